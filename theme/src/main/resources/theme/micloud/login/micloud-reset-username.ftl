<#import "template.ftl" as layout>
<#import "micloud-form.ftl" as form>
<#assign wrong = messagesPerField.existsError("username")>
<@layout.registrationLayout displayMessage=!wrong displayInfo=true; section>
<#if section = "header">
${msg("emailForgotTitle")}
<#elseif section = "form">
<p class="lead">${msg("emailInstructionUsername")}</p>
<form id="kc-reset-password-form" action="${url.loginAction}" method="post" novalidate>
<@form.text name="username" label=msg("username") value=(micloud.known)!"" error=wrong?then(messagesPerField.get("username"), "") hint=msg("micloudUsernameHint") autocomplete="username" autofocus=true required=true inputmode="email" enterkeyhint="next"/>
<@form.submit label=msg("micloudNext")/>
</form>
<#if (micloud.fromApplication)!true>
<p class="side"><a id="back-to-login" href="${(micloud.restartUrl)!url.loginRestartFlowUrl}">${msg("backToLogin")}</a></p>
</#if>
<#elseif section = "info">
<p>${msg("micloudUsernameHelp")}</p>
</#if>
</@layout.registrationLayout>
