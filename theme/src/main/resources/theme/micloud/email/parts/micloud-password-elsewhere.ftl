<@mail.p text=msg("micloudResetAsked", username)/>
<@mail.p text=msg("micloudElsewhereBody")/>
<#if providers?has_content>
<@mail.p text=msg("micloudElsewhereProviders", providers)/>
</#if>
