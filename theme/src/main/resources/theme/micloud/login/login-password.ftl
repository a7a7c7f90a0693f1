<#import "template.ftl" as layout>
<#import "micloud-form.ftl" as form>
<#import "passkeys.ftl" as passkeys>
<#assign wrong = messagesPerField.existsError("password")>
<#assign typed = (micloud.username)!(auth.attemptedUsername)!"">
<@layout.registrationLayout displayMessage=!wrong; section>
<#if section = "header">
${msg("micloudPasswordTitle")}
<#elseif section = "form">
<form id="kc-form-login" action="${url.loginAction}" method="post" novalidate>
<@form.usernameForManager name=typed/>
<@form.password name="password" label=msg("password") error=wrong?then(messagesPerField.get("password"), "") autofocus=true/>
<@form.submit label=msg("micloudNext")/>
</form>
<#if micloud???then(micloud.forgotPassword!false, realm.resetPasswordAllowed)>
<p class="side"><a id="forgot-password" href="${(micloud.forgotPasswordUrl)!url.loginResetCredentialsUrl}">${msg("doForgotPassword")}</a></p>
</#if>
<#if (micloud.providers)?has_content>
<@form.or/>
<form action="${url.loginAction}" method="post">
<@form.providers list=micloud.providers/>
</form>
</#if>
<@passkeys.conditionalUIData/>
</#if>
</@layout.registrationLayout>
