<#import "template.ftl" as mail>
<@mail.emailLayout>
<#include "../parts/micloud-password-changed.ftl">
</@mail.emailLayout>
