<#ftl output_format="plainText">
<#import "template.ftl" as mail>
<@mail.emailLayout>
<#include "../parts/verifiable-credential-offer.ftl">
</@mail.emailLayout>
