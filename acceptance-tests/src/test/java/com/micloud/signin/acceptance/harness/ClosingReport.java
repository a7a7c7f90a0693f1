package com.micloud.signin.acceptance.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints at the end of the build what the acceptance tests ran with and what they left out. */
public final class ClosingReport {
    private ClosingReport() {}

    /** Takes the build directory as the only argument. */
    public static void main(String[] arguments) throws IOException {
        var file = LeftOut.file(Path.of(arguments[0]));
        System.out.println("Acceptance tests");
        if (Files.exists(file)) {
            for (var line : Files.readAllLines(file)) {
                System.out.println("  " + line);
            }
        } else {
            System.out.println("  LEFT OUT: all of them: none was run");
        }
    }
}
