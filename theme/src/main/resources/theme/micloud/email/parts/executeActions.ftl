<@mail.p text=msg("micloudMailActions", realmName)/>
<#if requiredActions?has_content>
<@mail.list items=requiredActions?map(action -> msg("requiredAction." + action))/>
</#if>
<@mail.button href=link label=msg("micloudMailActionsButton")/>
<@mail.p text=msg("micloudMailExpires", linkExpirationFormatter(linkExpiration))/>
