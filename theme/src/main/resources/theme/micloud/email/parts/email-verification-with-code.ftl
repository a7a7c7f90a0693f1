<@mail.p text=msg("micloudMailCode")/>
<@mail.code value=code/>
<@mail.p text=msg("micloudMailIgnore")/>
