<@mail.p text=msg(byAdministrator?then("micloudMailPasswordSet", "micloudMailPasswordChanged"))/>
<@mail.facts rows=[[msg("micloudMailTime"), mail.time(when?number_to_datetime)], [msg("micloudMailFrom"), address!""], [msg("micloudMailBrowser"), browser!""]]/>
<@mail.p text=msg(byAdministrator?then("micloudMailPasswordSetNotYou", "micloudMailNotYou"))/>
<#if (link!"")?has_content>
<@mail.button href=link label=msg("micloudMailResetButton")/>
</#if>
