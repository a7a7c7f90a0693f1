<#import "template.ftl" as layout>
<#import "micloud-form.ftl" as form>
<#-- Keycloak gives this page's error to the whole page; there is one field that it can mean. -->
<#assign wrong = ((message.type)!"") == "error">
<@layout.registrationLayout displayMessage=!wrong; section>
<#if section = "header">
${msg("oauth2DeviceVerificationTitle")}
<#elseif section = "form">
<form id="kc-user-verify-device-user-code-form" action="${url.oauth2DeviceVerificationAction}" method="post" novalidate>
<@form.field name="device-user-code" label=msg("verifyOAuth2DeviceUserCode") error=wrong?then(message.summary, "") hint=msg("micloudDeviceHint"); ties>
<input type="text" id="device-user-code" name="device_user_code" class="input" dir="ltr" autocomplete="off" autocapitalize="characters" autocorrect="off" spellcheck="false" enterkeyhint="go"<@form.tie of=ties/> required autofocus>
</@form.field>
<@form.submit label=msg("doSubmit")/>
</form>
</#if>
</@layout.registrationLayout>
