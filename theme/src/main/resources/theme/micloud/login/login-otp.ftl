<#import "template.ftl" as layout>
<#import "micloud-form.ftl" as form>
<#assign wrong = messagesPerField.existsError("totp")>
<@layout.registrationLayout displayMessage=!wrong; section>
<#if section = "header">
${msg("micloudOtpTitle")}
<#elseif section = "form">
<form id="kc-otp-login-form" action="${url.loginAction}" method="post" novalidate>
<#if otpLogin.userOtpCredentials?size gt 1>
<@form.authenticators list=otpLogin.userOtpCredentials chosen=otpLogin.selectedCredentialId legend=msg("micloudOtpApps")/>
</#if>
<@form.text name="otp" label=msg("loginOtpOneTime") error=wrong?then(messagesPerField.get("totp"), "") hint=msg("micloudOtpHint") autocomplete="one-time-code" autofocus=true required=true inputmode="numeric" enterkeyhint="go"/>
<@form.submit label=msg("doLogIn")/>
</form>
</#if>
</@layout.registrationLayout>
