/**
 * What a customer's identity provider answers: callbacks, checks, mappers, the first link, links. What a provider
 * says is held back until the guard has admitted the user, and never changes the person's own record.
 */
package com.micloud.signin.provider;
