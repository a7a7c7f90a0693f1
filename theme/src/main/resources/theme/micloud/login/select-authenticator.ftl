<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
<#if section = "header">
${msg("micloudSsoChooseTitle")}
<#elseif section = "form">
<form id="kc-select-credential-form" action="${url.loginAction}" method="post">
<#list auth.authenticationSelections as way>
<button type="submit" class="option" name="authenticationExecution" value="${way.authExecId}"><span class="name">${msg(way.displayName)}</span> <small>${msg(way.helpText)}</small></button>
</#list>
</form>
</#if>
</@layout.registrationLayout>
