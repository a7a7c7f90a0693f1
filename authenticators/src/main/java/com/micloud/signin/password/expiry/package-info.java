/**
 * When a password expires, and the notice that tells its owner some days before. The time of the last change and the
 * realm's policy decide; nothing is stored beside them.
 */
package com.micloud.signin.password.expiry;
