package com.micloud.signin.acceptance.harness.portal;

/** One customer's phone system; the label is empty when there is none. */
public record Account(String id, String number, String name, String label) {}
