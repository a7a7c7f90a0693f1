<#import "template.ftl" as layout>
<#import "micloud-html.ftl" as html>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">
${msg("termsTitle")}
<#elseif section = "form">
<div id="kc-terms-text"><@html.text of=msg("termsText")/></div>
<form action="${url.loginAction}" method="post">
<button type="submit" id="kc-accept" class="btn" name="accept" value="yes">${msg("doAccept")}</button>
<button type="submit" id="kc-decline" class="btn alt" name="cancel" value="no">${msg("doDecline")}</button>
</form>
</#if>
</@layout.registrationLayout>
