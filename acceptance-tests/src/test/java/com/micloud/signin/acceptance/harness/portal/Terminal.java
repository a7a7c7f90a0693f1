package com.micloud.signin.acceptance.harness.portal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A terminal with `bash` in a folder: what one command sets, the next one finds. */
final class Terminal implements AutoCloseable {
    private static final String DONE = "--- done: ";

    private final Path folder;
    private final Process bash;
    private final BufferedReader output;
    private final List<String> printed = new ArrayList<>();
    private int scripts;

    private Terminal(Path folder, Process bash) {
        this.folder = folder;
        this.bash = bash;
        this.output = bash.inputReader(StandardCharsets.UTF_8);
    }

    /** A terminal that is open until it is closed, or until a command fails. */
    static Terminal in(Path folder) {
        try {
            return new Terminal(
                    folder, process(folder, "bash", "-euo", "pipefail").start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a script that goes on until it is ended, and writes what it prints into a file. */
    static Process start(Path folder, String script, Path log) {
        try {
            return process(folder, "bash", "-euo", "pipefail", "-c", script)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends a process and all that it started. */
    static void end(Process process) {
        var family = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        family.forEach(ProcessHandle::destroy);
        family.forEach(member -> member.onExit().join());
    }

    /** Types a script, and returns what it printed; fails when one of its commands does. */
    String type(String script) {
        var file = ".typed-" + scripts++ + ".sh";
        printed.clear();
        try {
            Files.writeString(folder.resolve(file), script);
            var typing = bash.outputWriter(StandardCharsets.UTF_8);
            typing.write(". ./" + file + " < /dev/null\necho '" + DONE + "'" + file + "\n");
            typing.flush();
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                if (line.endsWith(DONE + file)) {
                    printed.add(line.substring(0, line.length() - DONE.length() - file.length()));
                    return String.join("\n", printed);
                }
                printed.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("A command failed:\n" + script + "\nIt printed:\n" + String.join("\n", printed));
    }

    @Override
    public void close() {
        end(bash);
    }

    private static ProcessBuilder process(Path folder, String... command) {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        // A reader's shell knows where Java is, and nothing of another Keycloak.
        builder.environment().keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("MICLOUD_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_APPEND", BuiltServer.SHORT_LIVED);
        return builder;
    }
}
