<#-- The frame of every HTML mail, and the parts that a mail is made of. The frame of the text part, text/template.ftl, has
     the same macros, so that one file in parts/ tells the content of both. -->
<#-- In a language that we have no texts in, a mail is in English but for its subject, and has to be read as English. Its
     direction is known by the language too: Keycloak looks for a name of it that its mail texts do not have. -->
<#assign wording = msg("micloudMailLanguage")>
<#assign rtl = ["ar", "fa", "he", "ur"]?seq_contains(wording)>
<#assign start = rtl?then("right", "left")>
<#-- The colours of the realm, where it has some. -->
<#assign light = (micloudBrand.light)!{"brand": "#0b4a8f", "onBrand": "#ffffff", "edge": "#0b4a8f", "link": "#0b4a8f"}>
<#assign dark = (micloudBrand.dark)!{"brand": "#9ccbff", "onBrand": "#0e151d", "edge": "#9ccbff", "link": "#9ccbff"}>
<#-- Its name is in them too; with ours it is in the colour of text. -->
<#assign nameOnLight = (micloudBrand.light.link)!"#14202b">
<#assign nameOnDark = (micloudBrand.dark.link)!"#eef3f7">
<#assign font = "font-family:'Segoe UI',Roboto,Helvetica,Arial,sans-serif;">
<#setting locale=locale.toString()>
<#-- A zone that does not exist counts as GMT. -->
<#setting time_zone=properties.micloudMailTimeZone!"UTC">

<#function time date><#return date?datetime?string.long></#function>

<#macro emailLayout heading=(subject!realmName!"")>
<!DOCTYPE html>
<html lang="${wording}" dir="${rtl?then("rtl", "ltr")}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<title>${subject!realmName!""}</title>
<style>
.text p { margin: 0 0 16px }
.text a { color: ${light.link} }
@media (prefers-color-scheme: dark) {
.back { background: #0e151d !important }
.card { background: #17212a !important; border-color: #2d3b48 !important }
.code { background: #0e151d !important; border-color: #2d3b48 !important }
.rule { border-color: #2d3b48 !important }
.text, .ink { color: #eef3f7 !important }
.name { color: ${nameOnDark} !important }
.text a { color: ${dark.link} !important }
.soft { color: #bccad5 !important }
.button { background: ${dark.brand} !important }
.text .button a { color: ${dark.onBrand} !important; border-color: ${dark.edge} !important }
}
[data-ogsb] .back, [data-ogsb] .code { background: #0e151d !important }
[data-ogsb] .card { background: #17212a !important }
[data-ogsb] .button { background: ${dark.brand} !important }
[data-ogsc] .text, [data-ogsc] .ink { color: #eef3f7 !important }
[data-ogsc] .name { color: ${nameOnDark} !important }
[data-ogsc] .text a { color: ${dark.link} !important }
[data-ogsc] .soft { color: #bccad5 !important }
[data-ogsc] .text .button a { color: ${dark.onBrand} !important }
</style>
</head>
<body class="back" style="margin:0;padding:0;background:#eef2f7">
<#-- Web mail programs keep neither html nor body: language and direction stand here once more. -->
<div role="article" class="back" lang="${wording}" dir="${rtl?then("rtl", "ltr")}" style="background:#eef2f7">
<table role="presentation" class="back" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#eef2f7"><tr><td align="center" style="padding:32px 16px">
<#-- Outlook for Windows knows no greatest width. -->
<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px">
<tr><td class="name" align="${start}" style="padding:0 0 16px;${font}font-size:18px;line-height:24px;font-weight:600;color:${nameOnLight}">${realmName!""}</td></tr>
<tr><td class="card text" align="${start}" style="padding:32px 24px 16px;background:#ffffff;border:1px solid #d3dce5;border-radius:12px;${font}font-size:16px;line-height:24px;color:#14202b">
<#if heading?has_content>
<h1 class="ink" style="margin:0 0 16px;${font}font-size:24px;line-height:32px;font-weight:600;color:#14202b">${heading}</h1>
</#if>
<#assign address="">
<#nested>
<#if address?has_content>
<p class="rule soft" style="margin:8px 0 16px;padding:16px 0 0;border-top:1px solid #d3dce5;font-size:13px;line-height:20px;color:#3f4f5d">${msg("micloudMailAddress")}<br><a href="${address}" dir="ltr" style="word-break:break-all;color:${light.link}">${address}</a></p>
</#if>
</td></tr>
<tr><td class="soft" align="${start}" style="padding:16px 0 0;${font}font-size:14px;line-height:21px;color:#3f4f5d">${msg("micloudMailFooter")}</td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</div>
</body>
</html>
</#macro>

<#macro p text>
<p style="margin:0 0 16px">${text}</p>
</#macro>

<#macro list items>
<ul style="margin:0 0 16px;padding:0 24px">
<#list items as item>
<li>${item}</li>
</#list>
</ul>
</#macro>

<#macro button href label>
<#-- The cell is coloured too: Outlook for Windows gives a link no padding and no rounding. -->
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 24px"><tr><td class="button" align="center" bgcolor="${light.brand}" style="background:${light.brand};border-radius:8px;mso-padding-alt:14px 28px"><a href="${href}" style="display:inline-block;padding:13px 27px;border:1px solid ${light.edge};border-radius:8px;${font}font-size:16px;line-height:20px;font-weight:600;color:${light.onBrand};text-decoration:none">${label}</a></td></tr></table>
<#-- The address is to be read too, but last: it is long. -->
<#assign address=href>
</#macro>

<#macro code value>
<p class="code ink" dir="ltr" style="margin:8px 0 24px;padding:16px;background:#eef2f7;border:1px solid #d3dce5;border-radius:8px;font-family:Consolas,Menlo,monospace;font-size:28px;line-height:36px;font-weight:600;letter-spacing:4px;text-align:center;color:#14202b">${value}</p>
</#macro>

<#-- Rows of a label and a value; a row without a value is left out. -->
<#macro facts rows>
<table cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px">
<#list rows as row>
<#if row[1]?has_content>
<tr><th scope="row" class="soft" align="${start}" valign="top" style="padding:0 0 4px;${font}font-size:16px;line-height:24px;font-weight:400;color:#3f4f5d">${row[0]}</th><td width="16"></td><td class="ink" align="${start}" valign="top" style="padding:0 0 4px;${font}font-size:16px;line-height:24px;font-weight:600;color:#14202b">${row[1]}</td></tr>
</#if>
</#list>
</table>
</#macro>

<#-- What an administrator wrote, with the HTML that Keycloak allows there. -->
<#macro written text>
<div style="margin:0 0 16px">${kcSanitize(text)?no_esc}</div>
</#macro>
