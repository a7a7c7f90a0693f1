<#ftl output_format="plainText">
<#import "template.ftl" as mail>
<@mail.emailLayout>
<#include "../parts/event-user_disabled_by_permanent_lockout.ftl">
</@mail.emailLayout>
