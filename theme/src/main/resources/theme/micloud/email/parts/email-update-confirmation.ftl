<@mail.p text=msg("micloudMailNewAddress", newEmail, realmName)/>
<@mail.button href=link label=msg("micloudMailNewAddressButton")/>
<@mail.p text=msg("micloudMailExpires", linkExpirationFormatter(linkExpiration))/>
<@mail.p text=msg("micloudMailIgnore")/>
