<@mail.p text=msg("micloudResetAsked", username)/>
<@mail.button href=link label=msg("micloudResetButton")/>
<@mail.p text=msg("micloudResetCodeLead")/>
<@mail.code value=code/>
<@mail.p text=msg("micloudResetTimes", linkMinutes, codeMinutes)/>
<@mail.p text=msg("micloudResetNotYou")/>
