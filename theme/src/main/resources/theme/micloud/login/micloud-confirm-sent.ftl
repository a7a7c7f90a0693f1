<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">
${msg("micloudConfirmSentTitle")}
<#elseif section = "form">
<div id="done" role="status">
<p class="lead">${msg("micloudConfirmSentLead")}</p>
<#list micloud.addresses as address>
<p class="who"><bdi dir="ltr">${address}</bdi></p>
</#list>
<p>${msg((micloud.username && micloud.email)?then("micloudConfirmSentBoth", micloud.username?then("micloudConfirmSentUsername", "micloudConfirmSentEmail")))}</p>
<p>${msg("micloudConfirmSentTold")}</p>
</div>
<form action="${url.loginAction}" method="post">
<button type="submit" id="continue" class="btn" name="continue" value="true">${msg("proceedWithAction")}</button>
</form>
</#if>
</@layout.registrationLayout>
