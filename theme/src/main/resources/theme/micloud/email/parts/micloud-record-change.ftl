<#assign change = done?then("micloudMailRecordChanged", "micloudMailRecordAsked")>
<#assign what = (forUsername && forEmail)?then("Both", forUsername?then("Username", "Email"))>
<@mail.p text=msg(change + what, newAddress)/>
<#if !done>
<@mail.p text=msg("micloudMailRecordWaits", newAddress)/>
</#if>
<@mail.facts rows=[[msg("micloudMailTime"), mail.time(when?number_to_datetime)], [msg("micloudMailFrom"), address!""], [msg("micloudMailBrowser"), browser!""]]/>
<@mail.p text=msg("micloudMailNotYou")/>
<#if (link!"")?has_content>
<@mail.button href=link label=msg("micloudMailResetButton")/>
</#if>
