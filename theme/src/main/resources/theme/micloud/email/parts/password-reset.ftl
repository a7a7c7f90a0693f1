<@mail.p text=msg("micloudMailReset", realmName)/>
<@mail.button href=link label=msg("micloudMailResetButton")/>
<@mail.p text=msg("micloudMailExpires", linkExpirationFormatter(linkExpiration))/>
<@mail.p text=msg("micloudMailIgnore")/>
