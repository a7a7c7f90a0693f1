<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">
${msg("deleteCredentialTitle", credentialLabel)}
<#elseif section = "form">
<p id="kc-delete-text" class="lead">${msg("deleteCredentialMessage", credentialLabel)}</p>
<form action="${url.loginAction}" method="post">
<button type="submit" id="kc-accept" class="btn" name="accept" value="yes">${msg("doConfirmDelete")}</button>
<button type="submit" id="kc-decline" class="btn alt" name="cancel-aia" value="true">${msg("doCancel")}</button>
</form>
</#if>
</@layout.registrationLayout>
