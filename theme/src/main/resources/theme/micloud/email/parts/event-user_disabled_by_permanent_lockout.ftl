<@mail.p text=msg("micloudMailLocked")/>
<@mail.facts rows=[[msg("micloudMailTime"), mail.time(event.date)]]/>
