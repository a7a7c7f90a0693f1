package com.micloud.signin.acceptance.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** The list of what a run proved with and what it left out, printed when the build closes. */
public final class LeftOut {
    static final String FILE = "closing-report.txt";

    private LeftOut() {}

    /** Notes what a part of the run was made with, for instance the version of the browser. */
    public static void ranWith(String sentence) {
        append("ran with: " + sentence);
    }

    /** Notes what was left out and why. */
    public static void because(String what, String why) {
        append("LEFT OUT: " + what + ": " + why);
    }

    /** Notes a test that failed, and why in one line. */
    static void failed(String test, String why) {
        append("FAILED: " + test + ": " + why);
    }

    /** Notes a number that the run measured. */
    public static void measured(String line) {
        append("measured: " + line);
    }

    /** Starts an empty list; called once at the beginning of a JVM. */
    static void begin() throws IOException {
        Files.deleteIfExists(Settings.target().resolve(FILE));
    }

    private static synchronized void append(String line) {
        try {
            Files.createDirectories(Settings.target());
            Files.writeString(
                    Settings.target().resolve(FILE),
                    line + System.lineSeparator(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
