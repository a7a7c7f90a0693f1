<#import "template.ftl" as layout>
<#import "micloud-form.ftl" as form>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">
${msg("micloudRefusedTitle")}
<#elseif section = "form">
<div class="note error"><p id="error" role="alert"<#if (micloud.refusal)?has_content> data-refusal="${micloud.refusal}"</#if>>${(message.summary)!msg("micloudRefusedMethod")}</p></div>
<p class="actions"><a id="try-again" class="btn" href="${(micloud.restartUrl)!url.loginRestartFlowUrl}">${msg("micloudStartAgain")}</a>
<#assign home = (client.baseUrl)!(micloud.applicationUrl)!"">
<#if home?has_content>
<a id="backToApplication" class="btn alt" href="${home}">${form.backLabel()}</a>
</#if>
</p>
<#if traceId??>
<p class="hint" id="traceId">${msg("traceIdSupportMessage", traceId)}</p>
</#if>
</#if>
</@layout.registrationLayout>
