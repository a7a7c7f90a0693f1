<#import "template.ftl" as layout>
<#import "micloud-form.ftl" as form>
<#-- After a log-out that leaves sessions of providers behind: what is over, what is not, and the way on. -->
<#assign stays = (micloud.stays)![]>
<#assign open = stays?filter(stay -> stay.state == "open" || stay.state == "failed")>
<#assign several = open?size gt 1>
<#assign look = (open?size == 0)?then("btn", "btn alt")>
<@layout.registrationLayout; section>
<#if section = "header">
${msg("micloudSignedOutTitle")}
<#elseif section = "form">
<div id="kc-info-message">
<p id="done" role="status" class="lead">${msg("successLogout")}<#list stays?filter(stay -> stay.state == "ended") as stay> ${msg("micloudSignedOutThere", stay.name)}</#list></p>
<#list stays?filter(stay -> stay.state == "open") as stay>
<p>${msg("micloudStillSignedIn", stay.name)}</p>
</#list>
<#list stays?filter(stay -> stay.state == "unreachable") as stay>
<p>${msg("micloudStillSignedInThere", stay.name)}</p>
</#list>
<#if open?has_content>
<form action="${micloud.action}" method="post">
<#list open as stay>
<button type="submit" id="${stay.id}" class="${several?then("btn alt", "btn")}" name="provider" value="${stay.alias}">${several?then(msg("micloudSignOutAt", stay.name), msg("micloudSignOutThere"))}</button>
</#list>
</form>
</#if>
<#if micloud.back?has_content>
<p class="actions"><a id="backToApplication" class="${look}" href="${micloud.back}"><#if micloud.mailLink!false>${msg("micloudMailLinkGoOn")}<#else>${form.backLabel()}</#if></a></p>
<#elseif (client.baseUrl)?has_content>
<p class="actions"><a id="backToApplication" class="${look}" href="${client.baseUrl}">${form.backLabel()}</a></p>
</#if>
<#if open?has_content>
<p class="help">${msg("micloudSharedDevice")}</p>
</#if>
</div>
</#if>
</@layout.registrationLayout>
