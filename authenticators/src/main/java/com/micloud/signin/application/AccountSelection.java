package com.micloud.signin.application;

/** Whether a user of several accounts chooses one before or after the password. */
public enum AccountSelection {
    BEFORE,
    AFTER
}
