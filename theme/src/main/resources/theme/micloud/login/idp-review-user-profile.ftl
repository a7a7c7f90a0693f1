<#import "template.ftl" as layout>
<#import "micloud-form.ftl" as form>
<#import "user-profile-commons.ftl" as userProfile>
<@layout.registrationLayout displayMessage=messagesPerField.exists("global") displayRequiredFields=true; section>
<#if section = "header">
${msg("loginIdpReviewProfileTitle")}
<#elseif section = "form">
<@form.summary fields=userProfile.names() labels=userProfile.labels()/>
<form id="kc-idp-review-profile-form" action="${url.loginAction}" method="post" novalidate>
<@userProfile.userProfileFormFields/>
<@form.submit label=msg("doSubmit")/>
</form>
</#if>
</@layout.registrationLayout>
