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
 * One of the scripts of pages that take a new password, which browsers load as if it were of the theme. They lie with the
 * classes that judge, so that both are of one version always. Their addresses carry the first eight hex digits of the
 * SHA-256 of the content: a changed file has a new one.
 */
final class PasswordScript {

    /** Marks the rules while the user types. */
    static final PasswordScript RULES = new PasswordScript("password");

    /** The twin of {@link PasswordStrength}. */
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

    /** Where it lies below a theme's resources. */
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
