<@mail.p text=msg("micloudMailTest", realmName)/>
