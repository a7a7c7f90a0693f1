<#import "template.ftl" as layout>
<#import "micloud-form.ftl" as form>
<#assign wrong = messagesPerField.existsError("recoveryCodeInput")>
<@layout.registrationLayout displayMessage=!wrong; section>
<#if section = "header">
${msg("auth-recovery-code-header")}
<#elseif section = "form">
<form id="kc-recovery-code-login-form" action="${url.loginAction}" method="post" novalidate>
<@form.text name="recoveryCodeInput" label=msg("auth-recovery-code-prompt", recoveryAuthnCodesInputBean.codeNumber?c) error=messagesPerField.get("recoveryCodeInput") hint=msg("micloudRecoveryHint") autofocus=true required=true enterkeyhint="go"/>
<@form.submit label=msg("doLogIn")/>
</form>
</#if>
</@layout.registrationLayout>
