<#import "template.ftl" as layout>
<#-- The password is still good, but not for long. -->
<@layout.registrationLayout; section>
<#if section = "header">
${msg("micloudPasswordExpires", (micloud.daysLeft)!0)}
<#elseif section = "form">
<p class="lead">${msg("micloudPasswordExpiresLead")}</p>
<form id="micloud-password-expiry" action="${url.loginAction}" method="post">
<button type="submit" id="change-now" class="btn" name="answer" value="change-now">${msg("micloudChangeNow")}</button>
<button type="submit" id="later" class="btn alt" name="answer" value="later">${msg("micloudChangeLater")}</button>
</form>
</#if>
</@layout.registrationLayout>
