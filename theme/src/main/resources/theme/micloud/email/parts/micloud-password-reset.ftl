<@mail.p text=msg("micloudResetAsked", username)/>
<@mail.button href=link label=msg("micloudResetButton")/>
<#if code??>
<@mail.p text=msg("micloudResetCodeLead")/>
<@mail.code value=code/>
<@mail.p text=msg("micloudResetTimes", linkMinutes, codeMinutes)/>
<#else>
<@mail.p text=msg("micloudResetLinkTimes", linkMinutes)/>
</#if>
<@mail.p text=msg("micloudResetNotYou")/>
