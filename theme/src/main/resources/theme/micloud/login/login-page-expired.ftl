<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
<#if section = "header">
${msg("pageExpiredTitle")}
<#elseif section = "form">
<p id="instruction1" class="lead">${msg("micloudPageExpiredLead")}</p>
<p class="actions"><a id="loginContinueLink" class="btn" href="${url.loginAction}">${msg("micloudContinue")}</a>
<a id="loginRestartLink" class="btn alt" href="${url.loginRestartFlowUrl}">${msg("micloudStartAgain")}</a></p>
</#if>
</@layout.registrationLayout>
