<#import "template.ftl" as layout>
<#import "micloud-form.ftl" as form>
<#import "passkeys.ftl" as passkeys>
<@layout.registrationLayout displayInfo=(realm.registrationAllowed && !registrationDisabled??); section>
<#if section = "header">
${msg("webauthn-login-title")}
<#elseif section = "form">
<@passkeys.data action=url.loginAction kind="ask"/>
<@passkeys.list title=msg("webauthn-available-authenticators") created=msg("webauthn-createdAt-label")/>
<@form.needsScript/>
<button type="button" id="authenticateWebAuthnButton" class="btn" autofocus hidden>${msg("webauthn-doAuthenticate")}</button>
<@passkeys.script/>
<#elseif section = "info">
<#if realm.registrationAllowed && !registrationDisabled??>
<@form.registration/>
</#if>
</#if>
</@layout.registrationLayout>
