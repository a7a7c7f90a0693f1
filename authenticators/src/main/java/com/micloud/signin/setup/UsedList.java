package com.micloud.signin.setup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The list of what this jar uses of the server. The build makes it from the byte code and puts it into the jar. */
final class UsedList {

    static final String FILE = "META-INF/micloud/used-of-keycloak.txt";

    private static final String PART = "part ";

    private final List<String> lines;

    private UsedList(List<String> lines) {
        this.lines = lines;
    }

    static UsedList read() {
        try (InputStream list = UsedList.class.getClassLoader().getResourceAsStream(FILE)) {
            if (list == null) {
                throw new IllegalStateException("micloud-authenticators was built without " + FILE + ".");
            }
            return new UsedList(new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> members() {
        return lines.stream().filter(line -> !line.startsWith(PART)).toList();
    }

    List<UsedParts.Part> parts() {
        return lines.stream()
                .filter(line -> line.startsWith(PART))
                .map(UsedParts.Part::of)
                .toList();
    }
}
