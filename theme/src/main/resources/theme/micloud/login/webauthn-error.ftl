<#import "template.ftl" as layout>
<#import "micloud-form.ftl" as form>
<@layout.registrationLayout; section>
<#if section = "header">
${msg("webauthn-error-title")}
<#elseif section = "form">
<form id="kc-error-credential-form" action="${url.loginAction}" method="post">
<input type="hidden" name="authenticationExecution" value="${execution}">
<button type="submit" id="kc-try-again" class="btn" name="isSetRetry" value="retry">${msg("doTryAgain")}</button>
</form>
<#if isAppInitiatedAction??>
<form id="kc-webauthn-settings-form" class="actions" action="${url.loginAction}" method="post">
<@form.cancel id="cancelWebAuthnAIA"/>
</form>
</#if>
</#if>
</@layout.registrationLayout>
