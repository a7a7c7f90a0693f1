<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
<#if section = "header">
${msg("emailLinkIdpTitle", idpDisplayName)}
<#elseif section = "form">
<p id="instruction1" class="lead">${msg("emailLinkIdp1", idpDisplayName, brokerContext.username, realm.displayName!realm.name)}</p>
<p id="instruction2">${msg("micloudMailMissing")}</p>
<p class="actions"><a id="continue" class="btn" href="${url.loginAction}">${msg("micloudContinue")}</a>
<a id="send-again" class="btn alt" data-once-link href="${url.loginAction}">${msg("emailVerifyResend")}</a></p>
</#if>
</@layout.registrationLayout>
