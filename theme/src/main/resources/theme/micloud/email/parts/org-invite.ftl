<#if firstName?? && lastName??>
<@mail.p text=msg("micloudMailGreeting", firstName, lastName)/>
</#if>
<@mail.p text=msg("micloudMailInvite", organization.name, realmName)/>
<@mail.button href=link label=msg("micloudMailInviteButton")/>
<@mail.p text=msg("micloudMailExpires", linkExpirationFormatter(linkExpiration))/>
<@mail.p text=msg("micloudMailIgnore")/>
