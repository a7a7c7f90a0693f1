<#import "template.ftl" as layout>
<#import "micloud-form.ftl" as form>
<#assign sent = verifyEmail?? || !isAppInitiatedAction??>
<@layout.registrationLayout; section>
<#if section = "header">
${msg("emailVerifyTitle")}
<#elseif section = "form">
<p class="lead">${msg(verifyEmail???then("emailVerifyInstruction1", "emailVerifyInstruction4"), verifyEmail!(user.email)!"")}</p>
<#if sent>
<p>${msg("micloudMailMissing")}</p>
</#if>
<#if isAppInitiatedAction??>
<form id="kc-verify-email-form" action="${url.loginAction}" method="post">
<button type="submit" id="send-again" class="btn<#if verifyEmail??> alt</#if>">${msg(verifyEmail???then("emailVerifyResend", "emailVerifySend"))}</button>
<@form.cancel/>
</form>
<#else>
<p class="actions"><a id="send-again" class="btn alt" data-once-link href="${url.loginAction}">${msg("emailVerifyResend")}</a></p>
</#if>
</#if>
</@layout.registrationLayout>
