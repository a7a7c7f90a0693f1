<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">
${msg("linkIdpActionTitle", idpDisplayName)}
<#elseif section = "form">
<p id="kc-link-text" class="lead">${msg("linkIdpActionMessage", idpDisplayName)}</p>
<form action="${url.loginAction}" method="post">
<button type="submit" id="kc-continue" class="btn" name="continue" value="yes">${msg("doContinue")}</button>
<button type="submit" id="kc-cancel" class="btn alt" name="cancel-aia" value="true">${msg("doCancel")}</button>
</form>
</#if>
</@layout.registrationLayout>
