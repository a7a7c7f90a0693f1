<#import "template.ftl" as layout>
<#import "micloud-form.ftl" as form>
<#assign application = (client.name)?has_content?then(advancedMsg(client.name), client.clientId)>
<@layout.registrationLayout bodyClass="oauth"; section>
<#if section = "header">
${msg("oauthGrantTitle", application)}
<#elseif section = "form">
<#if (client.attributes.logoUri)?has_content>
<p><img src="${client.attributes.logoUri}" alt=""></p>
</#if>
<#if (oauth.clientScopesRequested)?has_content>
<p class="lead">${msg("oauthGrantRequest")}</p>
<ul>
<#list oauth.clientScopesRequested as scope>
<li>${advancedMsg(scope.consentScreenText)}<#if scope.parameterizedScopeParameter??>: <strong>${scope.parameterizedScopeParameter}</strong></#if></li>
</#list>
</ul>
</#if>
<#if (client.attributes.tosUri)?has_content || (client.attributes.policyUri)?has_content>
<p class="hint">${msg("oauthGrantInformation", application)}</p>
<ul>
<#if (client.attributes.tosUri)?has_content>
<li><a href="${client.attributes.tosUri}" target="_blank" rel="noopener">${msg("micloudTermsOfService")} (${msg("micloudNewTab")})</a></li>
</#if>
<#if (client.attributes.policyUri)?has_content>
<li><a href="${client.attributes.policyUri}" target="_blank" rel="noopener">${msg("micloudPrivacyPolicy")} (${msg("micloudNewTab")})</a></li>
</#if>
</ul>
</#if>
<form action="${url.oauthAction}" method="post">
<input type="hidden" name="code" value="${oauth.code}">
<button type="submit" id="kc-login" class="btn" name="accept" value="yes">${msg("micloudAllow")}</button>
<button type="submit" id="kc-cancel" class="btn alt" name="cancel" value="no">${msg("micloudDeny")}</button>
</form>
</#if>
</@layout.registrationLayout>
