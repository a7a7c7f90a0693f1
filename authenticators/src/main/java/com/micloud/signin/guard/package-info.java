/**
 * What must hold on every way in: Keycloak evaluates the guard before each new session. It relies on no step of the
 * flow, so a new way in needs no code here to be judged.
 */
package com.micloud.signin.guard;
