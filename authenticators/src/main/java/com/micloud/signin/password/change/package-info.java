/**
 * The change of a password by its owner: its address, its tab, its form, its rules. It never ends in a session.
 */
package com.micloud.signin.password.change;
