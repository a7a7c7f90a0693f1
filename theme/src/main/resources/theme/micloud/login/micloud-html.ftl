<#-- Text of the realm's administrators that may have links and emphasis in it: Keycloak's sanitiser lets nothing else through. -->
<#macro text of>${kcSanitize(of)?no_esc}</#macro>
