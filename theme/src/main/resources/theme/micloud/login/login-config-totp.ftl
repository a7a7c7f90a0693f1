<#import "template.ftl" as layout>
<#import "micloud-form.ftl" as form>
<#assign manual = (mode!"") == "manual">
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("totp", "userLabel"); section>
<#if section = "header">
${msg("loginTotpTitle")}
<#elseif section = "form">
<@form.summary fields=["totp", "userLabel"]/>
<ol id="kc-totp-settings" class="steps">
<li>${msg("loginTotpStep1")}
<ul id="kc-totp-supported-apps">
<#list totp.supportedApplications as app>
<li>${msg(app)}</li>
</#list>
</ul>
</li>
<#if manual>
<li>${msg("loginTotpManualStep2")}
<p class="codes"><strong id="kc-totp-secret-key" dir="ltr">${totp.totpSecretEncoded}</strong></p>
${msg("loginTotpManualStep3")}
<ul>
<li id="kc-totp-type">${msg("loginTotpType")}: ${msg("loginTotp." + totp.policy.type)}</li>
<li id="kc-totp-algorithm">${msg("loginTotpAlgorithm")}: ${totp.policy.getAlgorithmKey()}</li>
<li id="kc-totp-digits">${msg("loginTotpDigits")}: ${totp.policy.digits}</li>
<#if totp.policy.type == "totp">
<li id="kc-totp-period">${msg("loginTotpInterval")}: ${totp.policy.period}</li>
<#elseif totp.policy.type == "hotp">
<li id="kc-totp-counter">${msg("loginTotpCounter")}: ${totp.policy.initialCounter}</li>
</#if>
</ul>
<p class="side"><a href="${totp.qrUrl}" id="mode-barcode">${msg("loginTotpScanBarcode")}</a></p>
</li>
<#else>
<li>${msg("loginTotpStep2")}
<p><img id="kc-totp-secret-qr-code" src="data:image/png;base64,${totp.totpSecretQrCode}" alt="${msg("micloudQrCode")}"></p>
<p class="side"><a href="${totp.manualUrl}" id="mode-manual">${msg("loginTotpUnableToScan")}</a></p>
</li>
</#if>
<li>${msg("loginTotpStep3")}</li>
</ol>
<form id="kc-totp-settings-form" action="${url.loginAction}" method="post" novalidate>
<@form.text name="totp" label=msg("authenticatorCode") error=messagesPerField.get("totp") autocomplete="one-time-code" required=true summed=true inputmode="numeric"/>
<@form.text name="userLabel" label=msg("loginTotpDeviceName") error=messagesPerField.get("userLabel") hint=msg("loginTotpStep3DeviceName") required=(totp.otpCredentials?size gte 1) summed=true dir="auto"/>
<input type="hidden" id="totpSecret" name="totpSecret" value="${totp.totpSecret}">
<#if mode??>
<input type="hidden" id="mode" name="mode" value="${mode}">
</#if>
<@form.otherSessions/>
<@form.submit label=msg("doSubmit") id="saveTOTPBtn"/>
<@form.cancel id="cancelTOTPBtn"/>
</form>
</#if>
</@layout.registrationLayout>
