<#-- The rules for a new password and how strong it is, for every page that takes one: the rules before the field, the
     strength below the last one. They come with the policy; in a realm without it there is nothing to show. -->

<#-- The id of the list, for the field that it describes. -->
<#assign listId = ((newPassword.rules)?has_content)?then("pw-rules", "")>
<#function level number><#return [msg("micloudStrength0"), msg("micloudStrength1"), msg("micloudStrength2"), msg("micloudStrength3"), msg("micloudStrength4")][number]></#function>
<#function address path><#return url.resourcesPath + "/" + path></#function>

<#-- What is wrong with a new password, where the rules beside its field are marked: those that it breaks need not be told again. -->
<#function brief problem>
<#local first = msg("micloudPasswordRulesBroken", 0, 0, 0, 0, 0, 0, 0, "", "", "")>
<#return (((newPassword.rules)![])?filter(rule -> rule.verdict == "unmet")?has_content && problem?starts_with(first))?then(first, problem)>
</#function>

<#macro list>
<#if listId?has_content>
<ul id="${listId}" class="choices hint" data-met="${msg("micloudRuleMet")}" data-unmet="${msg("micloudRuleUnmet")}" data-count="${msg("micloudRulesMet", "#1", "#2")}" data-own="${newPassword.ownNames}" data-strength="${address(newPassword.strengthScript)}" data-words="${address(newPassword.wordsScript)}">
<#list newPassword.rules as rule>
<li data-rule="${rule.name}"<#if rule.form?has_content> data-form="${rule.form}"</#if><#if rule.name == "strength"> data-strength="${newPassword.minimumStrength}"</#if><#if rule.verdict == "unmet"> class="err"</#if>><span><@mark verdict=rule.verdict/></span>${msg(rule.messageKey, rule.messageArguments[0]!"", rule.messageArguments[1]!"")}</li>
</#list>
</ul>
<script type="module" src="${address(newPassword.script)}"></script>
</#if>
</#macro>

<#macro mark verdict>
<#if verdict == "met"><span aria-hidden="true">✓ </span><span class="sr">${msg("micloudRuleMet")} </span><#elseif verdict == "unmet"><span aria-hidden="true">✗ </span><span class="sr">${msg("micloudRuleUnmet")} </span></#if></#macro>

<#-- What is typed is never sent back: without script, the strength is that of the password that was tried. -->
<#macro strength>
<#if listId?has_content>
<#-- Judged when it is asked for, so once. -->
<#local tried = newPassword.strength>
<p class="err" id="pw-mismatch" role="status" hidden>${msg("notMatchPasswordMessage")}</p>
<div class="hint" id="pw-strength" data-text="${msg("micloudStrength", "#1")}" data-levels="<#list 0..4 as number>${level(number)}<#sep>|</#list>"<#if tried lt 0> hidden</#if>>
<meter min="0" max="4" low="2" high="3" optimum="4" value="${tried}" aria-hidden="true"></meter>
<p><#if tried gte 0>${msg("micloudStrengthTried", level(tried))}</#if></p>
</div>
<p class="sr" id="pw-live" aria-live="polite"></p>
</#if>
</#macro>
