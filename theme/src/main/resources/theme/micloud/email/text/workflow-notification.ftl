<#ftl output_format="plainText">
<#import "template.ftl" as mail>
<@mail.emailLayout>
<#include "../parts/workflow-notification.ftl">
</@mail.emailLayout>
