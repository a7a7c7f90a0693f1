<#ftl output_format="plainText">
<#import "template.ftl" as mail>
<@mail.emailLayout>
<#include "../parts/micloud-record-change.ftl">
</@mail.emailLayout>
