package com.micloud.signin.application;

/** What the sign-in asks of a browser that signed in before. */
public enum Reentry {
    /** The username only, where account and method were proved in this browser session. */
    USERNAME,
    /** Nothing: plain silent single sign-on. */
    SESSION,
    /** Username and password every time; a provider is asked again, and answers as it sees fit. */
    CREDENTIALS
}
