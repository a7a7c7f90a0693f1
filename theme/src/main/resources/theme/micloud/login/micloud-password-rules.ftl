<#-- The rules for a new password, for every page that takes one: shown before the field, and after a refusal marked as
     met or not. They come with the policy; in a realm without it there is nothing to show. -->

<#-- The id of the list, for the field that it describes. -->
<#assign listId = ((newPassword.rules)?has_content)?then("pw-rules", "")>

<#macro list>
<#if listId?has_content>
<ul id="${listId}" class="hint">
<#list newPassword.rules as rule>
<li data-rule="${rule.name}"<#if rule.verdict == "unmet"> class="err"</#if>><@mark verdict=rule.verdict/>${msg(rule.messageKey, rule.messageArguments[0]!"", rule.messageArguments[1]!"")}</li>
</#list>
</ul>
</#if>
</#macro>

<#macro mark verdict>
<#if verdict == "met"><span aria-hidden="true">✓ </span><span class="sr">${msg("micloudRuleMet")} </span><#elseif verdict == "unmet"><span aria-hidden="true">✗ </span><span class="sr">${msg("micloudRuleUnmet")} </span></#if></#macro>
