<@mail.p text=msg("micloudMailTotpChanged")/>
<@mail.facts rows=[[msg("micloudMailTime"), mail.time(event.date)], [msg("micloudMailFrom"), event.ipAddress!""]]/>
<@mail.p text=msg("micloudMailNotYou")/>
