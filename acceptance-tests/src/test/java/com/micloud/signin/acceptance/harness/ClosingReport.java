package com.micloud.signin.acceptance.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** Prints at the end of the build what the acceptance tests ran with and what they left out. */
public final class ClosingReport {
    private ClosingReport() {}

    /** Takes the build directory, and how many JVMs the run had. */
    public static void main(String[] arguments) throws IOException {
        var lines = lines(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        System.out.println("Acceptance tests");
        if (lines.isEmpty()) {
            System.out.println("  LEFT OUT: all of them: none was run");
        }
        lines.forEach(line -> System.out.println("  " + line));
    }

    /** What the JVMs noted, each in its own folder; what two of them noted alike is said once. */
    private static Set<String> lines(Path build, int jvms) throws IOException {
        var lines = new LinkedHashSet<String>();
        for (var jvm = 1; jvm <= jvms; jvm++) {
            var file = build.resolve("fork-" + jvm).resolve(LeftOut.FILE);
            if (Files.exists(file)) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines;
    }
}
