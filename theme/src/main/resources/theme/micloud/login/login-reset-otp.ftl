<#import "template.ftl" as layout>
<#import "micloud-form.ftl" as form>
<@layout.registrationLayout; section>
<#if section = "header">
${msg("otp-reset-description")}
<#elseif section = "form">
<form id="kc-otp-reset-form" action="${url.loginAction}" method="post">
<@form.authenticators list=configuredOtpCredentials.userOtpCredentials chosen=configuredOtpCredentials.selectedCredentialId/>
<@form.submit label=msg("doSubmit") id="kc-otp-reset-form-submit"/>
</form>
</#if>
</@layout.registrationLayout>
