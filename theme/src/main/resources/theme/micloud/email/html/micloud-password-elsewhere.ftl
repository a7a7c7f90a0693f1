<#import "template.ftl" as mail>
<@mail.emailLayout>
<#include "../parts/micloud-password-elsewhere.ftl">
</@mail.emailLayout>
