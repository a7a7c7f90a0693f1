<#if messageKey == "customMessage">
<@mail.written text=customMessage/>
<#else>
<@mail.p text=msg(messageKey, daysRemaining, reason)/>
<#if daysRemaining gt 0>
<#assign why = msg("micloudMailReason." + reason)>
<@mail.facts rows=[[msg("micloudMailReason"), (why == "micloudMailReason." + reason)?then(reason, why)]]/>
</#if>
</#if>
