/**
 * The account in tokens: the claim, the SAML attributes, and the check of each issue and refresh. It reads the
 * account from the guard's own note only.
 */
package com.micloud.signin.token;
