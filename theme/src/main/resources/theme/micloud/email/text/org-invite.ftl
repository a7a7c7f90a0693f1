<#ftl output_format="plainText">
<#import "template.ftl" as mail>
<@mail.emailLayout>
<#include "../parts/org-invite.ftl">
</@mail.emailLayout>
