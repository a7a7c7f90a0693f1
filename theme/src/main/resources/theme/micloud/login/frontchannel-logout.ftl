<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
<#if section = "header">
${msg("frontchannel-logout.title")}
<#elseif section = "form">
<p>${msg("frontchannel-logout.message")}</p>
<ul>
<#list logout.clients as client>
<li>${client.name}<iframe hidden title="${client.name}" src="${client.frontChannelLogoutUrl}"></iframe></li>
</#list>
</ul>
<#if logout.logoutRedirectUri?has_content>
<p class="actions"><a id="continue" class="btn" data-go href="${logout.logoutRedirectUri}">${msg("doContinue")}</a></p>
</#if>
<script type="module" src="${url.resourcesPath}/${properties.micloudGoScript!}"></script>
</#if>
</@layout.registrationLayout>
