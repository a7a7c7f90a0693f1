<#import "template.ftl" as layout>
<#import "micloud-form.ftl" as form>
<#-- For whoever has no password here to change: the organization keeps it, or there is none yet. -->
<#assign none = (micloud.mode!"elsewhere") == "none">
<#assign home = (micloud.applicationUrl)!"">
<@layout.registrationLayout; section>
<#if section = "header">
${msg(none?then("micloudPasswordNoneTitle", "micloudPasswordElsewhereTitle"))}
<#elseif section = "form">
<p class="lead">${msg(none?then("micloudPasswordNone", "micloudPasswordElsewhere"))}</p>
<#if none && (micloud.forgotPasswordUrl)?has_content>
<p class="actions"><a id="forgot-password" class="btn" href="${micloud.forgotPasswordUrl}">${msg("emailForgotTitle")}</a></p>
</#if>
<#if isAppInitiatedAction??>
<form action="${url.loginAction}" method="post">
<button type="submit" id="kc-cancel" class="btn alt" name="cancel-aia" value="true">${form.backLabel()}</button>
</form>
<#elseif home?has_content>
<p class="actions"><a id="backToApplication" class="btn" href="${home}">${form.backLabel()}</a></p>
</#if>
</#if>
</@layout.registrationLayout>
