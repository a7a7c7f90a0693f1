/**
 * Defence against guessing: failures are counted per user, checks take the same time, and one password of a username
 * is checked at a time. The packages below it are the features of the password: change, forgotten, expiry, mail.
 */
package com.micloud.signin.password;
