<#ftl output_format="plainText">
<#-- The frame of every plain text mail, with the same macros as html/template.ftl. -->
<#setting locale=locale.toString()>
<#-- A zone that does not exist counts as GMT. -->
<#setting time_zone=properties.micloudMailTimeZone!"UTC">

<#function time date><#return date?datetime?string.long></#function>

<#-- A value with line breaks could pass for a paragraph of ours. -->
<#function line text><#return text?replace("[\\p{Cntrl}\\u2028\\u2029]+", " ", "r")></#function>

<#macro emailLayout heading=(subject!realmName!"")>
<#local body><#nested></#local>
${line(realmName!"")}

${line(heading)}

${body?replace("\\s*\\n\\s*\\n\\s*", "\n\n", "r")?trim}

--
${msg("micloudMailFooter")}
</#macro>

<#macro p text>

${line(text)}

</#macro>

<#macro list items>

<#list items as item>
- ${line(item)}
</#list>

</#macro>

<#macro button href label>

${line(label)}:
${href}

</#macro>

<#macro code value>

${line(value)}

</#macro>

<#macro facts rows>

<#list rows as row>
<#if row[1]?has_content>
${row[0]}: ${line(row[1])}
</#if>
</#list>

</#macro>

<#macro written text>

${text?replace("<(script|style)\\b.*?</\\1>|<[^>]*>", "", "ris")}

</#macro>
