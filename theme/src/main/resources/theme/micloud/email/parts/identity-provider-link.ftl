<@mail.p text=msg("micloudMailLink", realmName, identityProviderDisplayName, identityProviderContext.username)/>
<@mail.button href=link label=msg("micloudMailLinkButton")/>
<@mail.p text=msg("micloudMailExpires", linkExpirationFormatter(linkExpiration))/>
<@mail.p text=msg("micloudMailIgnore")/>
