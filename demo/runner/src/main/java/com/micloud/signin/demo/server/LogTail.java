package com.micloud.signin.demo.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The last lines of a log, for messages about a server that failed. */
final class LogTail {

    private static final int LINES = 40;

    private LogTail() {}

    static String of(Path log) {
        try {
            // Decoded by hand: a log that was cut inside a character must not hide the failure.
            var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        } catch (IOException e) {
            return "(no log could be read: " + e.getMessage() + ")";
        }
    }
}
