<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
<#if section = "header">
${msg("logoutConfirmTitle")}
<#elseif section = "form">
<div id="kc-logout-confirm">
<p class="lead">${msg("logoutConfirmHeader")}</p>
<form action="${url.logoutConfirmAction}" method="post">
<input type="hidden" name="session_code" value="${logoutConfirm.code}">
<button type="submit" id="kc-logout" class="btn" name="confirmLogout" value="yes">${msg("doLogout")}</button>
</form>
<#if !logoutConfirm.skipLink && (client.baseUrl)?has_content>
<p class="actions"><a id="backToApplication" class="btn alt" href="${client.baseUrl}">${msg("doCancel")}</a></p>
</#if>
</div>
</#if>
</@layout.registrationLayout>
