<#import "template.ftl" as mail>
<@mail.emailLayout>
<#include "../parts/event-remove_credential.ftl">
</@mail.emailLayout>
