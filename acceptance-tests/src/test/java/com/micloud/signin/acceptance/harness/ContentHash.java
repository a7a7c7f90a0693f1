package com.micloud.signin.acceptance.harness;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What the name of a file that browsers load says about its content: the first eight hex digits of its SHA-256. */
public final class ContentHash {
    private ContentHash() {}

    /** The hash of these bytes. */
    public static String of(byte[] content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content))
                    .substring(0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
