/**
 * Keycloak's pages in our words: where an error page leads, the facts of a page, its headers and its language. The
 * pages of one feature are drawn by that feature.
 */
package com.micloud.signin.page;
