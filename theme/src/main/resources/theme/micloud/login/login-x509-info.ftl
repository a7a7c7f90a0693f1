<#import "template.ftl" as layout>
<#assign certificate = x509.formData>
<@layout.registrationLayout; section>
<#if section = "header">
${msg("micloudCertificateTitle")}
<#elseif section = "form">
<dl>
<dt>${msg("clientCertificate")}</dt>
<dd id="certificate_subjectDN"><bdi dir="ltr">${certificate.subjectDN!msg("noCertificate")}</bdi></dd>
<#if certificate.isUserEnabled??>
<dt>${msg("doX509Login")}</dt>
<dd id="username"><bdi dir="ltr">${certificate.username!}</bdi></dd>
</#if>
</dl>
<form id="kc-x509-login-info" action="${url.loginAction}" method="post">
<button type="submit" id="kc-login" class="btn" name="login" value="yes">${msg("doContinue")}</button>
<#if certificate.isUserEnabled??>
<button type="submit" id="kc-cancel" class="btn alt" name="cancel" value="yes">${msg("doIgnore")}</button>
</#if>
</form>
</#if>
</@layout.registrationLayout>
