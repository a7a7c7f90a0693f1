<@mail.p text=msg("micloudMailCredential", credentialScopeDisplayName)/>
<@mail.button href=link label=msg("micloudMailCredentialButton")/>
<@mail.p text=msg("micloudMailExpires", linkExpirationFormatter(linkExpiration))/>
