<#ftl output_format="plainText">
<#import "template.ftl" as mail>
<@mail.emailLayout>
<#include "../parts/micloud-confirm-address.ftl">
</@mail.emailLayout>
