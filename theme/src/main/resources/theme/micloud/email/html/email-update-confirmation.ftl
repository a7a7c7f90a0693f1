<#import "template.ftl" as mail>
<@mail.emailLayout>
<#include "../parts/email-update-confirmation.ftl">
</@mail.emailLayout>
