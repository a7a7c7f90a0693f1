<#import "template.ftl" as layout>
<#-- Opened from a mail, perhaps by a stranger: it names the new address and nothing else of anybody. -->
<@layout.registrationLayout; section>
<#if section = "header">
${msg("micloudConfirmTitle")}
<#elseif section = "form">
<p class="who"><bdi id="address" dir="ltr">${micloud.address}</bdi></p>
<p class="lead">${msg((micloud.username && micloud.email)?then("micloudConfirmBoth", micloud.username?then("micloudConfirmUsername", "micloudConfirmEmail")))}</p>
<p>${msg("micloudConfirmIgnore")}</p>
<form action="${micloud.action}" method="post">
<input type="hidden" name="token" value="${micloud.token}">
<button type="submit" id="confirm" class="btn" name="confirm" value="true">${msg("micloudConfirm")}</button>
</form>
</#if>
</@layout.registrationLayout>
