<#ftl output_format="plainText">
<#import "template.ftl" as mail>
<@mail.emailLayout>
<#include "../parts/micloud-password-reset.ftl">
</@mail.emailLayout>
