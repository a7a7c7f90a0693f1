<#import "footer.ftl" as loginFooter>
<#import "micloud-form.ftl" as form>
<#import "micloud-logo.ftl" as mark>
<#-- The frame of every page. It is also drawn with KeycloakErrorHandler's small model, in which only realm, url, msg,
     message, locale, lang and properties are there: everything else is looked at behind a default. What a realm adds to
     its pages is in micloudBrand, which only the jar of the authenticators puts there. -->
<#-- A text from the first place that has one: the realm, the environment, the theme. -->
<#function setting attribute property>
<#list [(realm.attributes[attribute])!"", properties["env." + property]!"", properties[property]!""] as value>
<#if value?trim?has_content><#return value?trim></#if>
</#list>
<#return "">
</#function>
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<#local brand = (realm.displayName)!realm.name>
<#local captured><#nested "header"></#local>
<#local heading = captured?markup_string?replace("<!--.*?-->", "", "rs")?trim>
<#if !heading?has_content><#local heading = msg("loginAccountTitle")?esc?markup_string></#if>
<#local plainHeading = heading?replace("<[^>]*>", "", "r")?trim>
<#local failed = ((message.type)!"") == "error">
<#local unattended = ["error", "info", "login-page-expired", "logout-confirm", "frontchannel-logout", "saml-post-form", "code", "micloud-refused", "micloud-signed-out", "micloud-password-elsewhere", "micloud-record-elsewhere", "micloud-confirm", "micloud-mail-link"]?seq_contains(pageId)>
<#local usesWebAuthn = ["webauthn-authenticate", "webauthn-register"]?seq_contains(pageId) || pageId?contains("passkeys") || enableWebAuthnConditionalUI??>
<#local who = (micloud.username)!"">
<#-- Where a change waits, this says whether it is of the username. -->
<#if who?is_boolean><#local who = ""></#if>
<#if !who?has_content && auth?? && auth.showUsername() && !auth.showResetCredentials()><#local who = auth.attemptedUsername!""></#if>
<#-- Keycloak tells the direction by the language's name for itself, which it does not have for all of them. -->
<#local rtl = ((locale.rtl)!false) || ["ar", "fa", "he", "ur"]?seq_contains(lang!"en")>
<!DOCTYPE html>
<html lang="${lang!"en"}"<#if locale??> dir="${rtl?then("rtl", "ltr")}"</#if><#if darkMode!true> data-dark</#if>>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<#if darkMode!true>
<meta name="color-scheme" content="light dark">
</#if>
<meta name="format-detection" content="telephone=no">
<title><#if failed>${msg("micloudErrorPrefix")} </#if>${plainHeading?no_esc}<#if !plainHeading?contains(brand?esc?markup_string)> - ${brand}</#if></title>
<#-- The style sheet before all else: drawing waits for nothing but it. -->
<#list ((properties.styles!"") + " " + (properties.micloudBrandStyles!""))?split(" ") as style>
<#if style?has_content>
<link rel="stylesheet" href="${url.resourcesPath}/${style}">
</#if>
</#list>
<#if (micloudBrand.sheet)??>
<link rel="stylesheet" href="${micloudBrand.sheet}">
</#if>
<#if (micloudBrand.icon)??>
<link rel="icon" href="${micloudBrand.icon}">
<#elseif micloudBrand?? && mark.icon?? && (properties.favIcon!) == (properties.micloudMarkIcon!"-")>
<@mark.icon fill=(micloudBrand.light.brand)!"#0b4a8f" stroke=(micloudBrand.light.onBrand)!"#ffffff"/>
<#else>
<link rel="icon" href="${url.resourcesPath}/${properties.favIcon!}" type="image/svg+xml">
</#if>
<#if usesWebAuthn>
<#-- Keycloak's own WebAuthn modules import this bare name. Keycloak 26.7, which has the bean, leads on from a tag that is not its
     own, so the line is the same everywhere, and a policy can name its hash. -->
<script type="importmap">{"imports":{"rfc4648":"${(themeResources??)?then(url.resourcesCommonPath?replace("/resources/[^/]+/", "/resources/00000/", "r"), url.resourcesCommonPath)}/vendor/rfc4648/rfc4648.js"}}</script>
</#if>
<#list (properties.scripts!"")?split(" ") as script>
<#if script?has_content>
<script type="module" fetchpriority="low" src="${url.resourcesPath}/${script}"<#if script?index == 0> id="micloud-script"<#if !unattended> data-sso="${url.ssoLoginInOtherTabsUrl}"<#if authenticationSession??> data-ash="${authenticationSession.authSessionIdHash}"</#if></#if></#if>></script>
</#if>
</#list>
<#list scripts![] as script>
<script src="${script}"></script>
</#list>
</head>
<body data-page-id="login-${pageId}"<#if bodyClass?has_content> class="${bodyClass}"</#if>>
<div class="page">
<header id="kc-header" class="brand">
<#if (micloudBrand.logo)??>
<#local logo = micloudBrand.logo>
<picture><#if (darkMode!true) && logo.dark != logo.light><source srcset="${logo.dark}" media="(prefers-color-scheme:dark)"></#if><img src="${logo.light}" alt="" width="${logo.width?c}" height="${logo.height?c}" referrerpolicy="no-referrer"></picture>
<#else>
<@mark.logo/>
</#if>
<span id="kc-header-wrapper">${brand}</span>
</header>
<main class="card">
<h1 id="kc-page-title">${heading?no_esc}</h1>
<#if who?has_content && !["login-username", "login", "micloud-reset-username", "micloud-confirm", "micloud-mail-link"]?seq_contains(pageId)>
<@form.who name=who/>
<#elseif pageId == "login" && usernameHidden??>
<@form.who name=who/>
</#if>
<#if micloudAccount??>
<@form.account of=micloudAccount/>
</#if>
<#if displayMessage && (message.summary)?has_content && (message.type != "warning" || !isAppInitiatedAction??)>
<#-- Keycloak's WebAuthn scripts write to a hidden field with the id "error". -->
<div class="note ${message.type}"><p<#if message.type == "error"> id="${usesWebAuthn?then("page-error", "error")}" role="alert"<#else> role="status"<#if message.type == "success"> id="done"</#if></#if>>${message.summary}</p></div>
</#if>
<#if displayRequiredFields>
<p class="hint"><span class="required" aria-hidden="true">*</span> ${msg("requiredFields")}</p>
</#if>
<#nested "show-username">
<#nested "form">
<#if auth?? && auth.showTryAnotherWayLink() && pageId != "select-authenticator">
<form id="kc-select-try-another-way-form" action="${url.loginAction}" method="post">
<button type="submit" id="try-another-way" class="plain" name="tryAnotherWay" value="on">${msg("doTryAnotherWay")}</button>
</form>
</#if>
<#if switchOrganizationEnabled!false>
<form id="kc-switch-organization-form" action="${url.loginAction}" method="post">
<button type="submit" id="switch-organization" class="plain" name="switchOrganization" value="true">${msg("doSwitchOrganization")}</button>
</form>
</#if>
<#nested "socialProviders">
<#if displayInfo>
<#local info><#nested "info"></#local>
<#if info?markup_string?trim?has_content>
<div id="kc-info" class="help">${info}</div>
</#if>
</#if>
<#if (micloudAccount.help)?has_content>
<p id="account-help" class="help">${micloudAccount.help}</p>
</#if>
</main>
<footer class="foot">
<#-- Two pages have a menu that Keycloak itself does not follow: those of KeycloakErrorHandler, and the device's. -->
<#local follows = micloudLanguageFollows?? || (messagesPerField?? && pageId != "login-oauth2-device-verify-user-code")>
<#if follows && realm.internationalizationEnabled && ((locale.supported)![])?size gt 1>
<details id="kc-locale">
<summary id="kc-current-locale-link"><span class="sr">${msg("micloudLanguage")}: </span>${locale.current}</summary>
<#-- The sign-in is found by its cookie; the client's data, which is long, is for when that is gone. -->
<#local here = locale.supported?first.url>
<#if here?matches("[^%+;]*")>
<#-- The address stands here once and not with each language: it is most of what they weigh. -->
<form action="${here?keep_before("?")}">
<#list here?keep_after("?")?split("&") as pair>
<#if !pair?matches("(kc_locale|client_data)=.*")>
<input type="hidden" name="${pair?keep_before("=")}" value="${pair?keep_after("=")}">
</#if>
</#list>
<ul>
<#list locale.supported as l>
<#if l.languageTag != lang>
<li><button class="plain" name="kc_locale" value="${l.languageTag}" lang="${l.languageTag}">${l.label}</button></li>
</#if>
</#list>
</ul>
</form>
<#else>
<#-- Values that would have to be decoded for fields stay as they are. -->
<ul>
<#list locale.supported as l>
<#if l.languageTag != lang>
<li><a href="${l.url?replace("&client_data=[^&]*", "", "r")}" lang="${l.languageTag}">${l.label}</a></li>
</#if>
</#list>
</ul>
</#if>
</details>
</#if>
<#if (micloudBrand.links)??>
<ul id="links">
<#list micloudBrand.links as link>
<li><a href="${link.address}">${advancedMsg(link.label)}</a></li>
</#list>
</ul>
</#if>
<#local supportText = setting("micloud.supportText", "micloudSupportText")>
<#local supportUrl = setting("micloud.supportUrl", "micloudSupportUrl")>
<#if supportText?has_content>
<#if supportUrl?matches("(https://|mailto:|tel:).+")>
<p class="side"><a id="support" href="${supportUrl}">${supportText}</a></p>
<#else>
<p id="support">${supportText}</p>
</#if>
</#if>
<@loginFooter.content/>
</footer>
</div>
</body>
</html>
</#macro>
