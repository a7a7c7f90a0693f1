/**
 * What we ask of Keycloak, and the bases of our factories. It knows no feature; a class that Keycloak calls lives
 * with the feature that it serves.
 */
package com.micloud.signin.keycloak;
