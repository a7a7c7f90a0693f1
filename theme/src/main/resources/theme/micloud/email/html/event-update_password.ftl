<#import "template.ftl" as mail>
<@mail.emailLayout>
<#include "../parts/event-update_password.ftl">
</@mail.emailLayout>
