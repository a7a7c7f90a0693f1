<#ftl output_format="plainText">
<#import "template.ftl" as mail>
<@mail.emailLayout>
<#include "../parts/event-update_totp.ftl">
</@mail.emailLayout>
