<@mail.p text=msg("micloudMailMethodRemoved")/>
<#assign type = event.getDetail("credential_type")!"">
<#assign method = msg("micloudMailMethod." + type)>
<@mail.facts rows=[[msg("micloudMailMethod"), (method == "micloudMailMethod." + type)?then(type, method)], [msg("micloudMailTime"), mail.time(event.date)], [msg("micloudMailFrom"), event.ipAddress!""]]/>
<@mail.p text=msg("micloudMailNotYou")/>
