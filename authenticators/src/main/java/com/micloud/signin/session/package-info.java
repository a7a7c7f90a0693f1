/**
 * What one sign-in has settled, and what a browser session has proved. All of it is in Keycloak's authentication
 * session and user session, so that any step may run on any node.
 */
package com.micloud.signin.session;
