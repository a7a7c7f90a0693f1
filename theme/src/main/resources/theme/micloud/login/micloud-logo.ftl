<#-- The mark beside the realm's name; a theme made from this one may draw its own. -->
<#macro logo>
<svg class="mark" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" focusable="false"><rect width="40" height="40" rx="11"/><path d="M11 27.5h18.2a5 5 0 0 0 .9-9.9 7 7 0 0 0-10.7-4.3"/><path d="M11.6 27.4a5.2 5.2 0 1 1 4.6-8.6l3.8 4.4"/></svg>
</#macro>
