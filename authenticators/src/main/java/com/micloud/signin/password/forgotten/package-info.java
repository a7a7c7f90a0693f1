/**
 * The forgotten password: its address, its mail, the code and the link, and the proof that they give. Nobody learns
 * from it whether a username exists.
 */
package com.micloud.signin.password.forgotten;
