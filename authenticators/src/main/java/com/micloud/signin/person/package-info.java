/**
 * What belongs to a person and to none of the accounts: username, e-mail address, names, credentials (spec: "The person's
 * own record"). Here it is decided who may change and see it, and a change of a name or an address waits until it is
 * confirmed at the new address.
 */
package com.micloud.signin.person;
