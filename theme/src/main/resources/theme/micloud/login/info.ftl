<#import "template.ftl" as layout>
<#import "micloud-form.ftl" as form>
<#-- A page with something left to do has not succeeded yet. -->
<#assign pending = actionUri?has_content || requiredActions?has_content>
<#assign signedOut = ((message.summary)!"") == msg("successLogout")>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">
<#if messageHeader??>${msg(messageHeader)}<#elseif pending>${msg("micloudNextStepTitle")}<#elseif signedOut>${msg("micloudSignedOutTitle")}<#else>${msg("micloudDoneTitle")}</#if>
<#elseif section = "form">
<div id="kc-info-message">
<p id="${pending?then("info", "done")}" role="status" class="lead">${(message.summary)!}</p>
<#if requiredActions?has_content>
<ul>
<#list requiredActions as action>
<li>${msg("requiredAction." + action)}</li>
</#list>
</ul>
</#if>
<#if !skipLink?? && pageRedirectUri?has_content>
<p class="actions"><a id="backToApplication" class="btn" href="${pageRedirectUri}">${form.backLabel()}</a></p>
<#elseif !skipLink?? && actionUri?has_content>
<p class="actions"><a id="proceed" class="btn" href="${actionUri}">${msg("proceedWithAction")}</a></p>
<#elseif !skipLink?? && (client.baseUrl)?has_content>
<p class="actions"><a id="backToApplication" class="btn" href="${client.baseUrl}">${form.backLabel()}</a></p>
<#elseif accountUrl?has_content>
<p class="actions"><a id="account-page" class="btn" href="${accountUrl}">${msg("micloudOwnAccount")}</a></p>
</#if>
</div>
</#if>
</@layout.registrationLayout>
