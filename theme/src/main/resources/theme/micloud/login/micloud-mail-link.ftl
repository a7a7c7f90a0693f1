<#import "template.ftl" as layout>
<#-- A link of a mail, opened where somebody else is signed in. It names who is signed in here, and nothing of whom the link is for. -->
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">
${msg("micloudMailLinkTitle")}
<#elseif section = "form">
<p class="lead">${msg("micloudMailLinkSignedIn")}</p>
<p class="who"><bdi id="signed-in" dir="ltr">${micloud.signedIn}</bdi></p>
<p>${msg("micloudMailLinkAsk")}</p>
<form action="${micloud.action}" method="post">
<input type="hidden" name="link" value="${micloud.link}">
<button type="submit" id="sign-out-and-go-on" class="btn">${msg("micloudMailLinkSignOut")}</button>
</form>
<p class="actions"><a id="stay" class="btn alt" href="${micloud.stayUrl}">${msg("micloudMailLinkStay")}</a></p>
</#if>
</@layout.registrationLayout>
