<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">
${code.success?then(msg("codeSuccessTitle"), msg("errorTitle"))}
<#elseif section = "form">
<div id="kc-code">
<#if code.success>
<div class="field"><label for="code">${msg("copyCodeInstruction")}</label>
<input type="text" id="code" class="input" dir="ltr" value="${code.code}" readonly></div>
<#else>
<div class="note error"><p id="error" role="alert">${code.error!}</p></div>
</#if>
</div>
</#if>
</@layout.registrationLayout>
