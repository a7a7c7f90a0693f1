<#import "template.ftl" as layout>
<#import "micloud-form.ftl" as form>
<#assign wrong = messagesPerField.existsError("password")>
<@layout.registrationLayout displayMessage=!wrong; section>
<#if section = "header">
${msg("micloudOwnProofTitle")}
<#elseif section = "form">
<p class="lead">${msg("micloudOwnProofLead")}</p>
<form id="kc-form-login" action="${url.loginAction}" method="post" novalidate>
<@form.usernameForManager name=(micloud.username)!""/>
<@form.password name="password" label=msg("password") error=wrong?then(messagesPerField.get("password"), "") autofocus=true/>
<@form.submit label=msg("micloudNext")/>
<@form.cancel/>
</form>
<#if (micloud.forgotPasswordUrl)?has_content>
<p class="side"><a id="forgot-password" href="${micloud.forgotPasswordUrl}">${msg("doForgotPassword")}</a></p>
</#if>
</#if>
</@layout.registrationLayout>
