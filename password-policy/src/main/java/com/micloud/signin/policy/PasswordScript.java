package com.micloud.signin.policy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A script of the pages with a new password, which browsers load as a file of the theme. The scripts are in the same
 * jar as the rules, so both always have one version. Their addresses have the first eight hex digits of the SHA-256 of
 * the content, so a changed file has a new address.
 */
final class PasswordScript {

    /** Marks the rules while the user types. */
    static final PasswordScript RULES = new PasswordScript("password");

    /** The script that computes the same as {@link PasswordStrength}. */
    static final PasswordScript STRENGTH = new PasswordScript("strength");

    /** The words that both twins know. */
    static final PasswordScript WORDS = new PasswordScript("words");

    private final byte[] content;
    private final String path;

    private PasswordScript(String name) {
        try (InputStream file = PasswordScript.class.getResourceAsStream(name + ".js")) {
            this.content = file.readAllBytes();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            this.path = "js/" + name + "." + HexFormat.of().formatHex(hash).substring(0, 8) + ".js";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its path below a theme's resources. */
    String path() {
        return path;
    }

    InputStream open() {
        return new ByteArrayInputStream(content);
    }

    static Optional<PasswordScript> at(String path) {
        return Stream.of(RULES, STRENGTH, WORDS)
                .filter(script -> script.path.equals(path))
                .findFirst();
    }
}
