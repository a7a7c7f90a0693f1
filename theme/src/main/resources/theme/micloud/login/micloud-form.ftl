<#-- The parts that our forms are made of. -->

<#-- Who is signing in, with the way back to the username page. -->
<#macro who name>
<p id="kc-username" class="who"><span class="sr">${msg("username")}: </span><bdi id="kc-attempted-username" dir="ltr">${name}</bdi> <span id="reset-login"><a id="not-you" href="${(micloud.restartUrl)!url.loginRestartFlowUrl}">${msg("micloudNotYou")}</a></span></p>
</#macro>

<#-- For which account somebody signs in. Its logo comes from elsewhere, which is not to learn what the page is. -->
<#macro account of>
<p id="account-name" class="lead"><span class="sr">${msg("micloudAccountSelect")}: </span><#if of.logo?has_content><img src="${of.logo}" alt="" height="40" referrerpolicy="no-referrer"><br></#if><bdi>${of.name}</bdi>, <bdi dir="ltr">${of.number}</bdi></p>
</#macro>

<#-- The error of one field. On a page of several fields the summary is the alert, so that nothing is said twice. -->
<#macro problem field text summed=false>
<p class="err" id="input-error-${field}"><span class="sr">${msg("micloudErrorPrefix")} </span><span<#if !summed> id="error" role="alert"</#if>><@lines of=text/></span></p>
</#macro>

<#-- Keycloak joins several errors of one field with this tag. -->
<#macro lines of><#list of?split("<br/?>", "r") as line>${line}<#sep><br></#list></#macro>

<#-- All that is wrong on a page of several fields, each with the way to its field; it has the focus, so it is met first.
     ids: where a field's control has another id than its name. -->
<#macro summary fields labels={} ids={}>
<#local wrong = fields?filter(name -> messagesPerField.existsError(name))>
<#if wrong?has_content>
<div class="note error" tabindex="-1" autofocus>
<h2>${msg("micloudErrorsTitle")}</h2>
<div id="error" role="alert">
<ul>
<#list wrong as name>
<li><a href="#${ids[name]!name}"><#if labels[name]??>${labels[name]}: </#if><@lines of=messagesPerField.get(name)/></a></li>
</#list>
</ul>
</div>
</div>
</#if>
</#macro>

<#-- Label, hint, error and control of one field, in the order in which they are read; the control is the nested part
     and gets the attributes that tie the others to it. -->
<#macro field name label error="" hint="" describedBy="" summed=false starred=false>
<div class="field">
<label for="${name}">${label}<#if starred> <span class="required" aria-hidden="true">*</span></#if></label>
<#if hint?has_content>
<p class="hint" id="${name}-hint">${hint}</p>
</#if>
<#if error?has_content>
<@problem field=name text=error summed=summed/>
</#if>
<#nested ties(name, error?has_content, hint?has_content, describedBy)>
</div>
</#macro>

<#function ties name hasError hasHint more>
<#local ids = hasError?then(["input-error-" + name], []) + hasHint?then([name + "-hint"], []) + more?has_content?then([more], [])>
<#return {"invalid": hasError, "describedBy": ids?join(" ")}>
</#function>

<#macro tie of><#if of.invalid> aria-invalid="true"</#if><#if of.describedBy?has_content> aria-describedby="${of.describedBy}"</#if></#macro>

<#macro text name label value="" error="" hint="" autocomplete="off" autofocus=false required=false summed=false dir="ltr" more...>
<@field name=name label=label error=error hint=hint summed=summed; ties>
<input type="text" id="${name}" name="${name}" class="input" value="${value}" dir="${dir}" autocomplete="${autocomplete}" autocapitalize="none" autocorrect="off" spellcheck="false"<#list more as key, val> ${key}="${val}"</#list><@tie of=ties/><#if required> required</#if><#if autofocus> autofocus</#if>>
</@field>
</#macro>

<#macro password name label error="" hint="" autocomplete="current-password" autofocus=false describedBy="" summed=false starred=false>
<@field name=name label=label error=error hint=hint describedBy=describedBy summed=summed starred=starred; ties>
<div class="pw" dir="ltr"><input type="password" id="${name}" name="${name}" class="input" autocomplete="${autocomplete}" enterkeyhint="go"<@tie of=ties/> required<#if autofocus> autofocus</#if>><button type="button" class="eye" hidden aria-controls="${name}" aria-label="${msg("showPassword")}" data-hide="${msg("hidePassword")}"><i class="open" aria-hidden="true"></i></button></div>
<p class="caps" role="status" data-for="${name}" data-caps="${msg("micloudCapsLock")}"></p>
</@field>
</#macro>

<#-- Ties the password to the username for password managers: they look for it in the same form, before the password. -->
<#macro usernameForManager name>
<#if name?has_content>
<input type="text" class="sr" autocomplete="username" value="${name}" readonly tabindex="-1" aria-hidden="true">
</#if>
</#macro>

<#macro submit label id="kc-login">
<button type="submit" id="${id}" class="btn">${label}</button>
</#macro>

<#-- The way out of something that an application asked for. -->
<#macro cancel id="kc-cancel">
<#if isAppInitiatedAction??>
<button type="submit" id="${id}" class="btn alt" name="cancel-aia" value="true" formnovalidate>${msg("doCancel")}</button>
</#if>
</#macro>

<#macro otherSessions>
<p class="check"><input type="checkbox" id="logout-sessions" name="logout-sessions" value="on"> <label for="logout-sessions">${msg("logoutOtherSessions")}</label></p>
</#macro>

<#-- One of the user's authenticator apps. -->
<#macro authenticators list chosen legend="">
<fieldset class="field"<#if !legend?has_content> aria-labelledby="kc-page-title"</#if>>
<#if legend?has_content>
<legend>${legend}</legend>
</#if>
<#list list as one>
<p class="check"><input type="radio" id="kc-otp-credential-${one?index}" name="selectedCredentialId" value="${one.id}"<#if one.id == chosen> checked</#if>> <label for="kc-otp-credential-${one?index}"><bdi>${one.userLabel}</bdi></label></p>
</#list>
</fieldset>
</#macro>

<#-- For the few steps that a browser cannot do without a script. -->
<#macro needsScript>
<noscript><p class="note">${msg("micloudNeedsScript")}</p></noscript>
</#macro>

<#macro or>
<p class="or"><span>${msg("micloudOr")}</span></p>
</#macro>

<#-- Where there are several, their names tell them apart. -->
<#macro providers list look="btn alt">
<#list list as provider>
<button type="submit" id="${provider.id!("sso-" + provider.alias)}" class="${look}" name="provider" value="${provider.alias}"><span><#if list?size gt 1 && (provider.name!"")?has_content>${provider.name} <small>${msg("micloudSso")}</small><#else>${msg("micloudSso")}<#if (provider.name!"")?has_content> <small>${provider.name}</small></#if></#if></span></button>
</#list>
</#macro>

<#-- Identity providers that Keycloak itself offers, for flows other than ours. -->
<#macro otherProviders>
<#if (social.providers)?has_content>
<@or/>
<ul id="kc-social-providers" class="choices">
<#list social.providers as provider>
<li><a id="social-${provider.alias}" class="btn alt" data-once-link href="${provider.loginUrl}">${provider.displayName!provider.alias}</a></li>
</#list>
</ul>
</#if>
</#macro>

<#macro registration>
<p id="kc-registration">${msg("noAccount")} <a href="${url.registrationUrl}">${msg("doRegister")}</a></p>
</#macro>

<#-- A step of ours says whether it offers this. -->
<#macro rememberMe>
<#if micloud???then((micloud.rememberMe)??, realm.rememberMe && !usernameHidden??)>
<p class="check"><input type="checkbox" id="rememberMe" name="rememberMe"<#if micloud???then((micloud.rememberMe)!false, (login.rememberMe)??)> checked</#if>> <label for="rememberMe">${msg("rememberMe")}</label></p>
</#if>
</#macro>

<#-- The application's name where it has one: it may be the name of a text, as in Keycloak's own clients. -->
<#function backLabel>
<#local name = (micloud.applicationName)!(client.name)!"">
<#if name?has_content><#return msg("micloudBackTo", advancedMsg(name))></#if>
<#return msg("backToApplication")>
</#function>
