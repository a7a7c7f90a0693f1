<#import "template.ftl" as layout>
<#import "micloud-form.ftl" as form>
<#import "passkeys.ftl" as passkeys>
<@layout.registrationLayout; section>
<#if section = "header">
${msg("webauthn-registration-title")}
<#elseif section = "form">
<@form.needsScript/>
<form id="register" action="${url.loginAction}" method="post" data-passkey="create" data-challenge="${challenge}" data-userid="${userid}" data-username="${username}" data-signature-algorithms="<#list signatureAlgorithms as algorithm><@passkeys.number of=algorithm/><#sep>,</#list>" data-rp-entity-name="${rpEntityName}" data-rp-id="${rpId}" data-attestation-conveyance-preference="${attestationConveyancePreference}" data-authenticator-attachment="${authenticatorAttachment}" data-require-resident-key="${requireResidentKey}" data-resident-key="${residentKey!""}" data-user-verification-requirement="${userVerificationRequirement}" data-create-timeout="<@passkeys.number of=createTimeout/>" data-exclude-credential-ids="${excludeCredentialIds}" data-init-label="${msg("webauthn-registration-init-label")}" data-init-label-prompt="${msg("webauthn-registration-init-label-prompt")}" data-errmsg="${msg("webauthn-unsupported-browser-text")}">
<#list ["clientDataJSON", "attestationObject", "publicKeyCredentialId", "authenticatorLabel", "transports", "authenticatorAttachment", "error"] as field>
<input type="hidden" id="${field}" name="${field}">
</#list>
<@form.otherSessions/>
</form>
<button type="button" id="registerWebAuthn" class="btn" hidden>${msg("doRegisterSecurityKey")}</button>
<#if !isSetRetry?has_content && isAppInitiatedAction?has_content>
<form id="kc-webauthn-settings-form" class="actions" action="${url.loginAction}" method="post">
<@form.cancel id="cancelWebAuthnAIA"/>
</form>
</#if>
<@passkeys.script/>
</#if>
</@layout.registrationLayout>
