<#ftl output_format="plainText">
<#import "template.ftl" as mail>
<@mail.emailLayout>
<#include "../parts/email-verification-with-code.ftl">
</@mail.emailLayout>
