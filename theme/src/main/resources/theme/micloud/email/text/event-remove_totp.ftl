<#ftl output_format="plainText">
<#import "template.ftl" as mail>
<@mail.emailLayout>
<#include "../parts/event-remove_totp.ftl">
</@mail.emailLayout>
