<#import "template.ftl" as layout>
<#import "micloud-form.ftl" as form>
<#import "passkeys.ftl" as passkeys>
<#assign wrong = messagesPerField.existsError("username")>
<#assign register = realm.registrationAllowed && !registrationDisabled??>
<@layout.registrationLayout displayMessage=!wrong displayInfo=true; section>
<#if section = "header">
<#if (micloud.title)?has_content>${advancedMsg(micloud.title)}<#else>${msg("loginAccountTitle")}</#if>
<#elseif section = "form">
<form id="kc-form-login" action="${url.loginAction}" method="post" novalidate>
<#if !usernameHidden??>
<@form.text name="username" label=msg("username") value=(micloud.username)!(login.username)!(auth.attemptedUsername)!"" error=wrong?then(messagesPerField.get("username"), "") hint=msg("micloudUsernameHint") autocomplete=enableWebAuthnConditionalUI???then("username webauthn", "username") autofocus=true required=true inputmode="email" enterkeyhint="next"/>
</#if>
<@form.rememberMe/>
<@form.submit label=msg("micloudNext")/>
</form>
<@passkeys.conditionalUIData/>
<#elseif section = "info">
<p>${msg("micloudUsernameHelp")}</p>
<#if register>
<@form.registration/>
</#if>
<#elseif section = "socialProviders">
<@form.otherProviders/>
</#if>
</@layout.registrationLayout>
