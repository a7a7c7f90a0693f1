package com.micloud.signin.demopage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A user of the demo realm whom it is worth signing in as.
 *
 * @param username what to type
 * @param password what to type next; may be empty
 * @param shows what there is to see
 */
record TryThese(String username, String password, String shows) {

    private static final String FILE = "try-these.tsv";

    /** The users that the jar lists. */
    static List<TryThese> users() {
        try (InputStream file = TryThese.class.getResourceAsStream(FILE)) {
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    /** One user a line: username, password and text, with tabs between them. */
    static List<TryThese> parse(String lines) {
        return lines.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.split("\t", -1))
                .map(fields -> {
                    if (fields.length != 3) {
                        throw new IllegalArgumentException(FILE + ": three fields with tabs between them expected in: "
                                + String.join("\t", fields));
                    }
                    return new TryThese(fields[0], fields[1], fields[2]);
                })
                .toList();
    }
}
