<#import "template.ftl" as layout>
<#import "micloud-form.ftl" as form>
<@layout.registrationLayout; section>
<#if section = "header">
${msg("deleteAccountConfirm")}
<#elseif section = "form">
<div class="note error"><p>${msg("irreversibleAction")}</p></div>
<p>${msg("deletingImplies")}</p>
<ul>
<li>${msg("loggingOutImmediately")}</li>
<li>${msg("errasingData")}</li>
</ul>
<p>${msg("finalDeletionConfirmation")}</p>
<form action="${url.loginAction}" method="post">
<@form.submit label=msg("doConfirmDelete") id="kc-accept"/>
<#if triggered_from_aia!false>
<button type="submit" id="kc-cancel" class="btn alt" name="cancel-aia" value="true">${msg("doCancel")}</button>
</#if>
</form>
</#if>
</@layout.registrationLayout>
