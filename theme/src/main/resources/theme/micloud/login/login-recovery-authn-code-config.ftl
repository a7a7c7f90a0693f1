<#import "template.ftl" as layout>
<#import "micloud-form.ftl" as form>
<#assign codes = recoveryAuthnCodesConfigBean>
<@layout.registrationLayout; section>
<#if section = "header">
${msg("recovery-code-config-header")}
<#elseif section = "form">
<div class="note"><h2>${msg("recovery-code-config-warning-title")}</h2><p>${msg("recovery-code-config-warning-message")}</p></div>
<ol id="kc-recovery-codes-list" class="codes" dir="ltr" data-before="${msg("recovery-codes-download-file-header")}" data-after="${msg("recovery-codes-download-file-description")}" data-date="${msg("recovery-codes-download-file-date")}">
<#list codes.generatedRecoveryAuthnCodesList as code>
<li>${code[0..3]}-${code[4..7]}-${code[8..]}</li>
</#list>
</ol>
<p id="keep-codes">
<button type="button" id="printRecoveryCodes" class="plain">${msg("recovery-codes-print")}</button>
<button type="button" id="downloadRecoveryCodes" class="plain">${msg("recovery-codes-download")}</button>
<button type="button" id="copyRecoveryCodes" class="plain" data-done="${msg("recovery-codes-copied")}">${msg("recovery-codes-copy")}</button>
<span id="copied" role="status"></span>
</p>
<form id="kc-recovery-codes-settings-form" action="${url.loginAction}" method="post">
<p class="check"><input type="checkbox" id="kcRecoveryCodesConfirmationCheck" name="kcRecoveryCodesConfirmationCheck" required> <label for="kcRecoveryCodesConfirmationCheck">${msg("recovery-codes-confirmation-message")}</label></p>
<input type="hidden" name="generatedRecoveryAuthnCodes" value="${codes.generatedRecoveryAuthnCodesAsString}">
<input type="hidden" name="generatedAt" value="${codes.generatedAt?c}">
<input type="hidden" id="userLabel" name="userLabel" value="${msg("recovery-codes-label-default")}">
<@form.otherSessions/>
<@form.submit label=msg("recovery-codes-action-complete") id="saveRecoveryAuthnCodesBtn"/>
<@form.cancel id="cancelRecoveryAuthnCodesBtn"/>
</form>
<script type="module" src="${url.resourcesPath}/${properties.micloudCodesScript}"></script>
</#if>
</@layout.registrationLayout>
