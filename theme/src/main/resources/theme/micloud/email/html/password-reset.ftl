<#import "template.ftl" as mail>
<@mail.emailLayout>
<#include "../parts/password-reset.ftl">
</@mail.emailLayout>
