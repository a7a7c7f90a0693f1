<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
<#if section = "header">
${msg("confirmLinkIdpTitle")}
<#elseif section = "form">
<form id="kc-register-form" action="${url.loginAction}" method="post">
<button type="submit" id="linkAccount" class="btn" name="submitAction" value="linkAccount">${msg("confirmLinkIdpContinue", idpDisplayName)}</button>
<#if !hideReviewButton?has_content>
<button type="submit" id="updateProfile" class="btn alt" name="submitAction" value="updateProfile">${msg("confirmLinkIdpReviewProfile")}</button>
</#if>
</form>
</#if>
</@layout.registrationLayout>
