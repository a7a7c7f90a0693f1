<#import "template.ftl" as layout>
<#import "micloud-form.ftl" as form>
<#import "user-profile-commons.ftl" as userProfile>
<@layout.registrationLayout displayMessage=messagesPerField.exists("global") displayRequiredFields=true; section>
<#if section = "header">
${msg("updateEmailTitle")}
<#elseif section = "form">
<@form.summary fields=userProfile.names() labels=userProfile.labels()/>
<form id="kc-update-email-form" action="${url.loginAction}" method="post" novalidate>
<@userProfile.userProfileFormFields/>
<@form.otherSessions/>
<@form.submit label=msg("doSubmit")/>
<@form.cancel/>
</form>
</#if>
</@layout.registrationLayout>
