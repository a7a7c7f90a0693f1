/**
 * The decisions, as tables that code, tests and docs read. It knows nothing of Keycloak.
 */
package com.micloud.signin.routing;
