<#ftl output_format="plainText">
<#import "template.ftl" as mail>
<@mail.emailLayout>
<#include "../parts/identity-provider-link.ftl">
</@mail.emailLayout>
