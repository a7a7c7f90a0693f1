package com.micloud.signin.acceptance.harness.portal;

/** A user of the realm; the password is empty when there is none or it is not known. */
public record User(String id, String username, String password) {}
