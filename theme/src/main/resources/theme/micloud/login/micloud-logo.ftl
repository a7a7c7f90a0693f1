<#-- The mark beside the realm's name; a theme made from this one may draw its own. -->
<#assign cloud="M11 27.5h18.2a5 5 0 0 0 .9-9.9 7 7 0 0 0-10.7-4.3" arc="M11.6 27.4a5.2 5.2 0 1 1 4.6-8.6l3.8 4.4">
<#macro logo>
<svg class="mark" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" focusable="false"><rect width="40" height="40" rx="11"/><path d="${cloud}"/><path d="${arc}"/></svg>
</#macro>

<#-- The mark as an icon within the page: where a style sheet more is loaded, a file less is. -->
<#macro icon fill stroke>
<link rel="icon" type="image/svg+xml" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 40'%3E%3Crect width='40' height='40' rx='11' fill='%23${fill?remove_beginning("#")}'/%3E%3Cg fill='none' stroke='%23${stroke?remove_beginning("#")}' stroke-width='3.2' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='${cloud}'/%3E%3Cpath d='${arc}'/%3E%3C/g%3E%3C/svg%3E">
</#macro>
