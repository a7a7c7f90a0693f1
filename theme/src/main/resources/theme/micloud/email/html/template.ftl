<#-- The frame of every HTML mail: one column, no images, colours for light and dark, at most what mail programs keep. -->
<#macro emailLayout>
<!DOCTYPE html>
<html lang="${locale.toLanguageTag()}" dir="${(ltr!true)?then("ltr", "rtl")}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${subject!realmName}</title>
<style>
.text p { margin: 0 0 16px }
.text a { color: #0b4a8f; font-weight: 600; word-break: break-word }
@media (prefers-color-scheme: dark) {
.back { background: #0e151d !important }
.card { background: #17212a !important; border-color: #2d3b48 !important }
.text, .name { color: #eef3f7 !important }
.text a { color: #9ccbff !important }
.foot { color: #bccad5 !important }
}
</style>
</head>
<body class="back" style="margin:0;padding:0;background:#eef2f7">
<table role="presentation" class="back" width="100%" cellpadding="0" cellspacing="0" style="background:#eef2f7"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px">
<tr><td class="name" style="padding:0 0 16px;font:600 20px/1.4 'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:#14202b">${realmName!""}</td></tr>
<tr><td class="card text" style="padding:32px;background:#ffffff;border:1px solid #d3dce5;border-radius:12px;font:16px/1.5 'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:#14202b">
<#nested>
</td></tr>
<tr><td class="foot" style="padding:16px 0 0;font:14px/1.5 'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:#3f4f5d">${msg("micloudMailFooter")}</td></tr>
</table>
</td></tr></table>
</body>
</html>
</#macro>
