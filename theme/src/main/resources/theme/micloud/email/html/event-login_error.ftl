<#import "template.ftl" as mail>
<@mail.emailLayout>
<#include "../parts/event-login_error.ftl">
</@mail.emailLayout>
