/**
 * The colours, logo and links of a realm, and the choice of the theme that draws its pages and mails. Text stays
 * readable with any colour, because the palette is computed for contrast.
 */
package com.micloud.signin.brand;
