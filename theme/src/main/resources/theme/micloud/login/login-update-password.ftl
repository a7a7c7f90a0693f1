<#import "template.ftl" as layout>
<#import "micloud-form.ftl" as form>
<#import "micloud-password-rules.ftl" as rules>
<#-- The current password is asked for where the sign-in has not just proved it. -->
<#assign asksForCurrent = (micloud.currentPassword)!false>
<#-- Without our own action the only password field that Keycloak knows errors of is the new one. -->
<#assign newField = asksForCurrent?then("password-new", messagesPerField.existsError("password-new")?then("password-new", "password"))>
<#function problem field><#return messagesPerField.existsError(field)?then(messagesPerField.get(field), "")></#function>
<#assign wrong = messagesPerField.existsError("password", "password-new", "password-confirm")>
<#-- Keycloak only says that the password must be changed. -->
<#assign expired = (micloud.expired)!false>
<#assign saysWhy = expired && ((message.type)!"") == "warning">
<@layout.registrationLayout displayMessage=!(saysWhy || wrong); section>
<#if section = "header">
${msg("updatePasswordTitle")}
<#elseif section = "form">
<#if expired>
<p id="expired" class="lead">${msg("micloudPasswordExpired")}</p>
</#if>
<@form.summary fields=["password", "password-new", "password-confirm"] ids={"password": asksForCurrent?then("password", "password-new")}/>
<form id="kc-passwd-update-form" action="${url.loginAction}" method="post" novalidate>
<@form.usernameForManager name=username!((micloud.username)!"")/>
<#if asksForCurrent>
<@form.password name="password" label=msg("micloudCurrentPassword") error=problem("password") summed=true autofocus=!wrong/>
</#if>
<@rules.list/>
<@form.password name="password-new" label=msg("passwordNew") error=rules.brief(problem(newField)) summed=true autocomplete="new-password" describedBy=rules.listId autofocus=(!asksForCurrent && !wrong)/>
<@form.password name="password-confirm" label=msg("passwordConfirm") error=problem("password-confirm") summed=true autocomplete="new-password"/>
<@rules.strength/>
<@form.submit label=msg("updatePasswordTitle") id="kc-submit"/>
<#if (micloud.later)!false>
<button type="submit" id="later" class="btn alt" name="answer" value="later">${msg("micloudChangeLater")}</button>
</#if>
<#if isAppInitiatedAction??>
<button type="submit" id="kc-cancel" class="btn alt" name="cancel-aia" value="true">${msg("doCancel")}</button>
</#if>
</form>
<#if (micloud.forgotPasswordUrl)?has_content>
<p class="side"><a id="forgot-password" href="${micloud.forgotPasswordUrl}">${msg("doForgotPassword")}</a></p>
</#if>
</#if>
</@layout.registrationLayout>
