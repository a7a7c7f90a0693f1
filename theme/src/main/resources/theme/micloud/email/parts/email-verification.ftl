<@mail.p text=msg("micloudMailVerify", realmName)/>
<@mail.button href=link label=msg("micloudMailVerifyButton")/>
<@mail.p text=msg("micloudMailExpires", linkExpirationFormatter(linkExpiration))/>
<@mail.p text=msg("micloudMailIgnore")/>
