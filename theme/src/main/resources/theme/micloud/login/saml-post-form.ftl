<#import "template.ftl" as layout>
<#import "micloud-form.ftl" as form>
<@layout.registrationLayout; section>
<#if section = "header">
${msg("saml.post-form.title")}
<#elseif section = "form">
<form name="saml-post-binding" method="post" action="${samlPost.url}" data-go>
<#if samlPost.SAMLRequest??>
<input type="hidden" name="SAMLRequest" value="${samlPost.SAMLRequest}">
</#if>
<#if samlPost.SAMLResponse??>
<input type="hidden" name="SAMLResponse" value="${samlPost.SAMLResponse}">
</#if>
<#if samlPost.relayState??>
<input type="hidden" name="RelayState" value="${samlPost.relayState}">
</#if>
<p class="lead">${msg("saml.post-form.message")}</p>
<@form.submit label=msg("doContinue") id="continue"/>
</form>
<script type="module" src="${url.resourcesPath}/${properties.micloudGoScript!}"></script>
</#if>
</@layout.registrationLayout>
