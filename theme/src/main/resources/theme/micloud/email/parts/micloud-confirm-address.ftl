<#assign both = forUsername && forEmail>
<@mail.p text=msg(both?then("micloudMailConfirmBoth", forUsername?then("micloudMailConfirmUsername", "micloudMailConfirmEmail")), address)/>
<@mail.p text=msg("micloudMailConfirmHow")/>
<@mail.button href=link label=msg("micloudMailNewAddressButton")/>
<@mail.p text=msg("micloudMailConfirmTimes", linkMinutes)/>
<@mail.p text=msg("micloudMailIgnore")/>
