<#import "template.ftl" as layout>
<#import "micloud-form.ftl" as form>
<#-- For whoever has no password here, and so nothing to prove with that a record is their own. -->
<#assign home = (micloud.applicationUrl)!"">
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">
${msg("micloudRecordElsewhereTitle")}
<#elseif section = "form">
<p id="record-elsewhere" class="lead">${msg("micloudRecordElsewhere")}<#if (micloud.providers)?has_content> ${msg("micloudRecordElsewhereProviders", micloud.providers?join(", "))}</#if></p>
<p>${msg("micloudRecordElsewhereChange")}</p>
<p class="actions"><a id="try-again" class="btn" href="${(micloud.restartUrl)!url.loginRestartFlowUrl}">${msg("micloudStartAgain")}</a>
<#if !isAppInitiatedAction?? && home?has_content>
<a id="backToApplication" class="btn alt" href="${home}">${form.backLabel()}</a>
</#if>
</p>
<#if isAppInitiatedAction??>
<form action="${url.loginAction}" method="post">
<button type="submit" id="kc-cancel" class="btn alt" name="cancel-aia" value="true">${form.backLabel()}</button>
</form>
</#if>
</#if>
</@layout.registrationLayout>
