<#import "template.ftl" as layout>
<#import "micloud-form.ftl" as form>
<@layout.registrationLayout; section>
<#if section = "header">
${msg("credentialOfferTitle", credentialDisplayName)}
<#elseif section = "form">
<ol id="kc-cred-offer-settings" class="steps">
<li>${msg("credentialOfferStep1")}
<p><img id="kc-credential-offer-qr-code" src="data:image/png;base64,${credentialOffer.qrCode}" alt="${msg("micloudOfferQrCode")}"></p>
<p class="side"><a href="${credentialOffer.uri}" id="credential-offer-uri-link">${msg("credentialOfferUri")}</a></p>
</li>
<li>${msg("credentialOfferStep2", credentialDisplayName)}</li>
</ol>
<form id="kc-cred-offer-settings-form" action="${url.loginAction}" method="post">
<@form.submit label=msg("doContinue") id="continue-vc-offer"/>
<#-- An administrator's offer cannot be turned down here. -->
<#if !skipCancelButton??>
<button type="submit" id="cancel-vc-offer" class="btn alt" name="cancel-aia" value="true">${msg("doCancel")}</button>
</#if>
</form>
</#if>
</@layout.registrationLayout>
