<#-- Everything that Keycloak's passkey modules need is data here: our small script hands it to them. Keycloak's modules write
     to the fields by their ids. -->

<#macro data action kind>
<form id="webauth" action="${action}" method="post" data-passkey="${kind}" data-is-user-identified="${isUserIdentified!"false"}" data-challenge="${challenge}" data-user-verification="${userVerification}" data-rp-id="${rpId}" data-create-timeout="<@number of=createTimeout/>" data-mediation="${mediation!"conditional"}" data-authenticator-attachment="${authenticatorAttachment!""}" data-errmsg="${msg("webauthn-unsupported-browser-text")}">
<#list ["clientDataJSON", "authenticatorData", "signature", "credentialId", "userHandle", "error"] as field>
<input type="hidden" id="${field}" name="${field}">
</#list>
</form>
<#if authenticators??>
<form id="authn_select">
<#list authenticators.authenticators as authenticator>
<input type="hidden" name="authn_use_chk" value="${authenticator.credentialId}">
</#list>
</form>
</#if>
</#macro>

<#macro number of><#if of?is_number>${of?c}<#else>${of}</#if></#macro>

<#macro script>
<script type="module" src="${url.resourcesPath}/${properties.micloudPasskeysScript}"></script>
</#macro>

<#-- On the pages for username and password: the browser offers passkeys in the field, and there is a button. -->
<#macro conditionalUIData>
<#if enableWebAuthnConditionalUI?has_content>
<@data action=url.loginAction kind="offer"/>
<p class="actions"><button type="button" id="authenticateWebAuthnButton" class="btn alt" hidden>${msg("webauthn-doAuthenticate")}</button></p>
<@script/>
</#if>
</#macro>

<#-- The passkeys that the user has. -->
<#macro list title created>
<#if authenticators?? && (shouldDisplayAuthenticators!false)>
<#if authenticators.authenticators?size gt 1>
<h2>${title}</h2>
</#if>
<ul class="choices">
<#list authenticators.authenticators as authenticator>
<li class="option" id="kc-webauthn-authenticator-item-${authenticator?index}"><bdi class="name" id="kc-webauthn-authenticator-label-${authenticator?index}">${authenticator.label}</bdi>
<#if (authenticator.transports.displayNameProperties)?has_content>
<small id="kc-webauthn-authenticator-transport-${authenticator?index}"><#list authenticator.transports.displayNameProperties as name>${msg(name)}<#sep>, </#list></small>
</#if>
<small>${created} <span id="kc-webauthn-authenticator-created-${authenticator?index}">${authenticator.createdAt}</span></small></li>
</#list>
</ul>
</#if>
</#macro>
