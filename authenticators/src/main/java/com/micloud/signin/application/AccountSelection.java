package com.micloud.signin.application;

/** When a user of several accounts picks one. */
public enum AccountSelection {
    BEFORE,
    AFTER
}
