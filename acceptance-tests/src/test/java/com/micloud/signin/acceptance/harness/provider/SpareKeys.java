package com.micloud.signin.acceptance.harness.provider;

import com.nimbusds.jose.jwk.RSAKey;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Keys of providers that are closed, for the next ones: no two that run have the same, and making one takes long. */
final class SpareKeys {
    private static final Queue<RSAKey> SPARE = new ConcurrentLinkedQueue<>();

    private SpareKeys() {}

    static RSAKey take() {
        return Optional.ofNullable(SPARE.poll()).orElseGet(TokenSigning::newKey);
    }

    /** Takes a key back; to close a provider twice gives its key back once. */
    static void giveBack(RSAKey key) {
        if (!SPARE.contains(key)) {
            SPARE.add(key);
        }
    }
}
