<#import "template.ftl" as layout>
<#import "micloud-form.ftl" as form>
<#import "passkeys.ftl" as passkeys>
<#assign wrong = messagesPerField.existsError("username", "password")>
<#assign problem = wrong?then(messagesPerField.getFirstError("username", "password"), "")>
<@layout.registrationLayout displayMessage=!wrong displayInfo=(realm.password && realm.registrationAllowed && !registrationDisabled??); section>
<#if section = "header">
${msg("loginAccountTitle")}
<#elseif section = "form">
<#if realm.password>
<form id="kc-form-login" action="${url.loginAction}" method="post" novalidate>
<#if usernameHidden??>
<@form.usernameForManager name=(auth.attemptedUsername)!""/>
<#else>
<@form.text name="username" label=msg("username") value=(login.username)!"" error=problem autocomplete=enableWebAuthnConditionalUI???then("username webauthn", "username") autofocus=true required=true inputmode="email" enterkeyhint="next"/>
</#if>
<@form.password name="password" label=msg("password") error=usernameHidden???then(problem, "") autofocus=usernameHidden??/>
<@form.rememberMe/>
<#if (auth.selectedCredential)?has_content>
<input type="hidden" id="id-hidden-input" name="credentialId" value="${auth.selectedCredential}">
</#if>
<@form.submit label=msg("doLogIn")/>
</form>
<#if realm.resetPasswordAllowed>
<p class="side"><a id="forgot-password" href="${url.loginResetCredentialsUrl}">${msg("doForgotPassword")}</a></p>
</#if>
</#if>
<@passkeys.conditionalUIData/>
<#elseif section = "info">
<@form.registration/>
<#elseif section = "socialProviders">
<@form.otherProviders/>
</#if>
</@layout.registrationLayout>
