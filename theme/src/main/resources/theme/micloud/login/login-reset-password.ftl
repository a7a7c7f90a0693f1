<#import "template.ftl" as layout>
<#import "micloud-form.ftl" as form>
<#-- For realms with Keycloak's own flow. -->
<#assign wrong = messagesPerField.existsError("username")>
<@layout.registrationLayout displayMessage=!wrong; section>
<#if section = "header">
${msg("emailForgotTitle")}
<#elseif section = "form">
<p class="lead">${msg("emailInstruction")}</p>
<form id="kc-reset-password-form" action="${url.loginAction}" method="post" novalidate>
<@form.text name="username" label=msg("username") value=(auth.attemptedUsername)!"" error=wrong?then(messagesPerField.get("username"), "") autocomplete="username" autofocus=true required=true inputmode="email" enterkeyhint="go"/>
<@form.submit label=msg("doSubmit")/>
</form>
<p class="side"><a href="${url.loginUrl}">${msg("backToLogin")}</a></p>
</#if>
</@layout.registrationLayout>
