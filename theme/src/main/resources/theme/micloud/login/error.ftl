<#import "template.ftl" as layout>
<#import "micloud-form.ftl" as form>
<#-- With a sign-in under way Keycloak can start it again; else the application can, where its address is known. -->
<#assign restart = (micloud.restartUrl)!"">
<#if !restart?has_content && client?? && !skipLink?? && url.loginRestartFlowUrl?contains("tab_id=")><#assign restart = url.loginRestartFlowUrl></#if>
<#assign home = (skipLink??)?then("", (client.baseUrl)!(properties.micloudHomeUrl)!"")>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">
${msg(((statusCode!0) == 404)?then("micloudNotFoundTitle", "errorTitle"))}
<#elseif section = "form">
<div id="kc-error-message" class="note error"><p id="error" role="alert">${(message.summary)!msg("internalServerError")}</p></div>
<#-- Whoever is lost without either still has their own account page, which signs them in from the start. -->
<#assign account = (skipLink??)?then("", (url.loginRestartFlowUrl)!"")?replace("/login-actions/.*", "/account/", "r")>
<#if restart?has_content || home?has_content || account?has_content>
<p class="actions">
<#if restart?has_content>
<a id="try-again" class="btn" href="${restart}">${msg("doTryAgain")}</a>
<#if home?has_content>
<a id="backToApplication" class="btn alt" href="${home}">${form.backLabel()}</a>
</#if>
<#elseif home?has_content>
<a id="try-again" class="btn" href="${home}">${form.backLabel()}</a>
<#else>
<a id="try-again" class="btn alt" href="${account}">${msg("micloudOwnAccount")}</a>
</#if>
</p>
</#if>
<#if traceId??>
<p class="hint" id="traceId">${msg("traceIdSupportMessage", traceId)}</p>
</#if>
</#if>
</@layout.registrationLayout>
