<@mail.p text=msg("micloudMailPaused")/>
<@mail.facts rows=[[msg("micloudMailTime"), mail.time(event.date)]]/>
<@mail.p text=msg("micloudMailPausedNotYou")/>
