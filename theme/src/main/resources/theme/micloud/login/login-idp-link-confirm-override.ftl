<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
<#if section = "header">
${msg("confirmOverrideIdpTitle")}
<#elseif section = "form">
<form id="kc-register-form" action="${url.loginAction}" method="post">
<button type="submit" id="confirmOverride" class="btn" name="submitAction" value="confirmOverride">${msg("confirmOverrideIdpContinue", idpDisplayName)}</button>
</form>
<p class="actions"><a id="loginRestartLink" class="btn alt" href="${url.loginRestartFlowUrl}">${msg("micloudStartAgain")}</a></p>
</#if>
</@layout.registrationLayout>
