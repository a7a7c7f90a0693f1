package com.micloud.signin.acceptance.harness.application;

import java.net.URI;

/** One authorization request of an application: the address for the browser, and what the application remembers. */
public record Attempt(URI url, String state, String nonce, String verifier) {
    Attempt at(URI other) {
        return new Attempt(other, state, nonce, verifier);
    }
}
