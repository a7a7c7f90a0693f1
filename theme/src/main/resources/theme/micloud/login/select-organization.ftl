<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
<#if section = "header">
${msg("micloudAccountChoose")}
<#elseif section = "form">
<form action="${url.loginAction}" method="post">
<ul id="kc-user-organizations" class="choices">
<#list user.organizations as organization>
<li><button type="submit" id="organization-${organization.alias}" class="btn alt" name="kc.org" value="${organization.alias!}"><bdi>${organization.name!organization.alias}</bdi></button></li>
</#list>
</ul>
</form>
</#if>
</@layout.registrationLayout>
