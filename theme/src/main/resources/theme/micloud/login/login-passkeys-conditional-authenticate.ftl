<#import "template.ftl" as layout>
<#import "micloud-form.ftl" as form>
<#import "passkeys.ftl" as passkeys>
<#assign wrong = messagesPerField.existsError("username")>
<@layout.registrationLayout displayMessage=!wrong displayInfo=(realm.registrationAllowed && !registrationDisabled??); section>
<#if section = "header">
${msg("passkey-login-title")}
<#elseif section = "form">
<@passkeys.data action=url.loginAction kind="either"/>
<@passkeys.list title=msg("passkey-available-authenticators") created=msg("passkey-createdAt-label")/>
<@form.needsScript/>
<#if realm.password>
<form id="kc-form-login" action="${url.loginAction}" method="post" novalidate hidden>
<#if !usernameHidden??>
<@form.text name="username" label=msg("passkey-autofill-select") value=(login.username)!"" error=wrong?then(messagesPerField.get("username"), "") autocomplete="username webauthn" autofocus=true/>
</#if>
</form>
</#if>
<button type="button" id="authenticateWebAuthnButton" class="btn" hidden>${msg("passkey-doAuthenticate")}</button>
<@passkeys.script/>
<#elseif section = "info">
<#if realm.registrationAllowed && !registrationDisabled??>
<@form.registration/>
</#if>
</#if>
</@layout.registrationLayout>
