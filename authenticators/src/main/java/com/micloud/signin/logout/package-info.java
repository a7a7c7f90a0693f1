/**
 * The end of a session here, and what follows: applications are told, and the provider's own log-out is offered. The
 * protocols that Keycloak offers to applications are extended here, because they begin and end log-outs.
 */
package com.micloud.signin.logout;
