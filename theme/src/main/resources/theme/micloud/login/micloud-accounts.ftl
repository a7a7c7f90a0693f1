<#import "template.ftl" as layout>
<#import "micloud-form.ftl" as form>
<#assign wrong = messagesPerField.existsError("account", "accountIdentifier")>
<#assign problem = wrong?then(messagesPerField.getFirstError("account", "accountIdentifier"), "")>
<#assign listed = (micloud.accounts)![]>
<#assign found = (micloud.matches)![]>
<#assign recent = (micloud.recent)![]>
<#assign options = found?has_content?then(found, listed)>
<#assign selects = options?has_content>
<#-- Typing leads where a list would be long, and stands alone where nothing is listed. -->
<#assign typedFirst = !selects || (((micloud.typedFirst)!false) && !found?has_content)>
<#assign wrongText = wrong && (!selects || messagesPerField.existsError("accountIdentifier"))>
<#assign focusText = wrong?then(wrongText, typedFirst)>
<#assign searches = found?has_content || ((micloud.accountsListed)!false) || ((micloud.typedFirst)!false)>
<#macro option account>
<option value="${account.number}"<#if account.number == ((micloud.account)!"") || ((account.selected)!false)> selected</#if>><@names account=account/></option>
</#macro>
<#-- The isolates keep number and label in place beside a name that runs the other way. -->
<#macro names account>&#x2068;${account.name!account.number}&#x2069; - ${account.number}<#if (account.label!"")?has_content> - &#x2068;${account.label}&#x2069;</#if></#macro>
<#macro dropDown>
<@form.field name="account" label=msg(found?has_content?then("micloudAccountMatches", "micloudAccountSelect")) error=(wrong && !wrongText)?then(problem, ""); ties>
<select id="account" name="account" class="input" autocomplete="off"<@form.tie of=ties/><#if !focusText> autofocus</#if>>
<option value="">${msg("micloudAccountChoose")}</option>
<#if recent?has_content && !found?has_content>
<#assign recentNumbers = recent?map(account -> account.number)>
<optgroup label="${msg("micloudAccountRecent")}">
<#list recent as account>
<@option account=account/>
</#list>
</optgroup>
<optgroup label="${msg("micloudAccountAll")}">
<#list options?filter(account -> !recentNumbers?seq_contains(account.number)) as account>
<@option account=account/>
</#list>
</optgroup>
<#else>
<#list options as account>
<@option account=account/>
</#list>
</#if>
</select>
</@form.field>
</#macro>
<#macro typing>
<@form.text name="accountIdentifier" label=msg("micloudAccountIdentifier") value=(micloud.accountIdentifier)!"" error=wrongText?then(problem, "") hint=searches?then(msg("micloudAccountSearchHint"), msg("micloudAccountIdentifierHint")) autofocus=focusText enterkeyhint="next"/>
</#macro>
<@layout.registrationLayout displayMessage=!wrong; section>
<#if section = "header">
${msg("micloudAccountsTitle")}
<#elseif section = "form">
<p class="lead">${msg(found?has_content?then("micloudAccountsLeadFound", selects?then("micloudAccountsLead", "micloudAccountsLeadTyped")))}</p>
<#if recent?has_content && !selects>
<form class="recent" action="${url.loginAction}" method="post">
<h2>${msg("micloudAccountRecent")}</h2>
<#list recent as account>
<button type="submit" class="btn alt" name="account" value="${account.number}"><@names account=account/></button>
</#list>
</form>
<@form.or/>
</#if>
<form id="kc-form-login" action="${url.loginAction}" method="post" novalidate<#if selects> data-script="${url.resourcesPath}/${properties.micloudAccountsScript!}"</#if>>
<#if typedFirst>
<@typing/>
<#if selects>
<@form.or/>
<@dropDown/>
</#if>
<#else>
<@dropDown/>
<@form.or/>
<@typing/>
</#if>
<#if selects>
<p id="account-status" class="sr" role="status" data-found="${msg("micloudAccountsMatching", "#1")}"></p>
</#if>
<@form.submit label=msg("micloudNext")/>
</form>
</#if>
</@layout.registrationLayout>
