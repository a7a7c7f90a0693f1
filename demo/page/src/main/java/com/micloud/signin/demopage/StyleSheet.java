package com.micloud.signin.demopage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The style sheet of the pages.
 *
 * @param text the sheet
 * @param version differs for every other text
 */
record StyleSheet(String text, String version) {

    private static final String FILE = "style.css";

    /** The sheet that the jar holds. */
    static StyleSheet ofJar() {
        try (InputStream file = StyleSheet.class.getResourceAsStream(FILE)) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return new StyleSheet(text, Integer.toHexString(text.hashCode()));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }
}
