<#import "template.ftl" as layout>
<#import "micloud-form.ftl" as form>
<#-- The same for everybody who was named, known or not. -->
<#assign wrong = messagesPerField.existsError("code")>
<@layout.registrationLayout displayMessage=!wrong displayInfo=true; section>
<#if section = "header">
${msg("micloudResetTitle")}
<#elseif section = "form">
<p class="lead">${msg("emailSentMessage")} ${msg("micloudResetUse")}</p>
<form id="kc-reset-code-form" action="${url.loginAction}" method="post" novalidate>
<@form.text name="code" label=msg("micloudCode") error=wrong?then(messagesPerField.get("code"), "") hint=msg("micloudCodeHint") autocomplete="one-time-code" autofocus=true required=true inputmode="numeric" enterkeyhint="go"/>
<@form.submit label=msg("micloudNext")/>
</form>
<form class="actions" action="${url.loginAction}" method="post">
<button type="submit" id="send-again" class="btn alt" name="again" value="true">${msg("micloudResetAgain")}</button>
</form>
<#elseif section = "info">
<p>${msg("micloudResetSso")}</p>
</#if>
</@layout.registrationLayout>
