/**
 * The start of the bundle, and the findings about realms that are set up wrongly. It may use every other package, and
 * no other package uses it.
 */
package com.micloud.signin.setup;
