<#import "template.ftl" as mail>
<@mail.emailLayout>
<#include "../parts/email-verification.ftl">
</@mail.emailLayout>
