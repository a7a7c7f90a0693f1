<#import "template.ftl" as layout>
<#import "micloud-form.ftl" as form>
<#assign mode = (micloud.mode)!"preferred">
<#assign providers = (micloud.providers)![]>
<#assign passwordAllowed = (micloud.passwordAllowed)!false>
<@layout.registrationLayout; section>
<#if section = "header">
<#if mode == "trouble">${msg("micloudSsoTroubleTitle")}<#elseif mode == "choose">${msg("micloudSsoChooseTitle")}<#else>${msg("micloudSsoTitle")}</#if>
<#elseif section = "form">
<#if mode != "trouble">
<p class="lead">${msg((mode == "choose")?then("micloudSsoChooseLead", "micloudSsoLead"))}</p>
</#if>
<form id="kc-form-login" action="${url.loginAction}" method="post">
<#if mode == "trouble" && providers?size == 1>
<button type="submit" id="try-again" class="btn" name="provider" value="${providers[0].alias}">${msg("doTryAgain")}</button>
<#else>
<@form.providers list=providers look=(mode == "choose" || mode == "trouble")?then("btn alt", "btn")/>
</#if>
<#if passwordAllowed>
<@form.or/>
<button type="submit" id="enter-password" class="btn alt" name="method" value="password">${msg("micloudEnterPassword")}</button>
</#if>
</form>
<#if mode == "trouble" && providers?size != 1>
<p class="side"><a id="try-again" href="${(micloud.restartUrl)!url.loginRestartFlowUrl}">${msg("micloudStartAgain")}</a></p>
</#if>
</#if>
</@layout.registrationLayout>
