<#import "template.ftl" as layout>
<#import "micloud-form.ftl" as form>
<#-- Keycloak hands them over in no order. -->
<#assign organizations = user.organizations?sort_by("name")>
<@layout.registrationLayout; section>
<#if section = "header">
${msg("micloudAccountChoose")}
<#elseif section = "form">
<form action="${url.loginAction}" method="post">
<#-- A long list is quicker to search by its first letters than to scroll. -->
<#if organizations?size gt 10>
<@form.field name="kc-user-organizations" label=msg("micloudAccountSelect")>
<select id="kc-user-organizations" name="kc.org" class="input" required autofocus>
<option value=""></option>
<#list organizations as organization>
<option value="${organization.alias}">${organization.name}</option>
</#list>
</select>
</@form.field>
<@form.submit label=msg("micloudNext")/>
<#else>
<ul id="kc-user-organizations" class="choices">
<#list organizations as organization>
<li><button type="submit" id="organization-${organization.alias}" class="option" name="kc.org" value="${organization.alias}"><bdi>${organization.name}</bdi></button></li>
</#list>
</ul>
</#if>
</form>
</#if>
</@layout.registrationLayout>
