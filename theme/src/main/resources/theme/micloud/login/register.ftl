<#import "template.ftl" as layout>
<#import "micloud-form.ftl" as form>
<#import "micloud-html.ftl" as html>
<#import "micloud-password-rules.ftl" as rules>
<#import "user-profile-commons.ftl" as userProfile>
<#assign fields = userProfile.names() + passwordRequired???then(["password", "password-confirm"], []) + termsAcceptanceRequired???then(["termsAccepted"], [])>
<@layout.registrationLayout displayMessage=messagesPerField.exists("global") displayRequiredFields=true; section>
<#if section = "header">
${msg(messageHeader!"registerTitle")}
<#elseif section = "form">
<@form.summary fields=fields labels=userProfile.labels()/>
<form id="kc-register-form" action="${url.registrationAction}" method="post" novalidate>
<@userProfile.userProfileFormFields; place, attribute>
<#if place = "afterField" && passwordRequired?? && attribute.name == realm.registrationEmailAsUsername?then("email", "username")>
<@rules.list/>
<@form.password name="password" label=msg("password") error=messagesPerField.get("password") autocomplete="new-password" describedBy=rules.listId summed=true starred=true/>
<@form.password name="password-confirm" label=msg("micloudConfirmPassword") error=messagesPerField.get("password-confirm") autocomplete="new-password" summed=true starred=true/>
<@rules.strength/>
</#if>
</@userProfile.userProfileFormFields>
<#if termsAcceptanceRequired??>
<h2>${msg("termsTitle")}</h2>
<div id="kc-registration-terms-text"><@html.text of=msg("termsText")/></div>
<#assign refused = messagesPerField.existsError("termsAccepted")>
<#if refused>
<@form.problem field="termsAccepted" text=messagesPerField.get("termsAccepted") summed=true/>
</#if>
<p class="check"><input type="checkbox" id="termsAccepted" name="termsAccepted"<#if refused> aria-invalid="true" aria-describedby="input-error-termsAccepted"</#if> required> <label for="termsAccepted">${msg("acceptTerms")}</label></p>
</#if>
<#if recaptchaRequired?? && (recaptchaVisible!false)>
<div class="field g-recaptcha" data-size="compact" data-sitekey="${recaptchaSiteKey}" data-action="${recaptchaAction}"></div>
</#if>
<#if recaptchaRequired?? && !(recaptchaVisible!false)>
<button type="submit" class="btn g-recaptcha" data-sitekey="${recaptchaSiteKey}" data-callback="onSubmitRecaptcha" data-action="${recaptchaAction}">${msg("doRegister")}</button>
<script type="module" src="${url.resourcesPath}/${properties.micloudGoScript}"></script>
<#else>
<@form.submit label=msg("doRegister")/>
</#if>
</form>
<p class="side"><a href="${url.loginUrl}">${msg("backToLogin")}</a></p>
</#if>
</@layout.registrationLayout>
