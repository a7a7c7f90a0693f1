package com.micloud.signin.acceptance.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A package of npm's with a script of ours that uses it: npm brings the one when it is first wanted, Node runs the other. */
public final class NpmProgram {
    private static final String SCRIPT = "run.mjs";

    private final Path folder;

    private NpmProgram(Path folder) {
        this.folder = folder;
    }

    /**
     * Brings a package and keeps it below the build directory.
     *
     * @param packageAtVersion as npm names it, {@code name@version}
     * @throws IllegalStateException if npm cannot bring it, saying why
     */
    public static NpmProgram of(String packageAtVersion, String script) {
        var name = packageAtVersion.substring(0, packageAtVersion.lastIndexOf('@'));
        var program = new NpmProgram(Settings.target().resolve("npm").resolve(name));
        try {
            Files.createDirectories(program.folder);
            Files.writeString(program.folder.resolve(SCRIPT), script);
            if (!Files.exists(program.folder.resolve("node_modules").resolve(name))) {
                Files.writeString(program.folder.resolve("package.json"), "{\"private\":true}");
                program.execute(
                        "",
                        List.of(
                                "npm",
                                "install",
                                "--silent",
                                "--no-audit",
                                "--no-fund",
                                "--ignore-scripts",
                                packageAtVersion));
            }
            return program;
        } catch (IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /**
     * Runs the script and returns what it prints.
     *
     * @throws IllegalStateException if it fails, or takes more than five minutes
     */
    public String run(String input, String... arguments) {
        var command = new ArrayList<>(List.of("node", SCRIPT));
        command.addAll(List.of(arguments));
        try {
            return execute(input, command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String execute(String input, List<String> command) throws IOException {
        var in = Files.createTempFile(folder, "in", ".txt");
        var out = Files.createTempFile(folder, "out", ".log");
        try {
            Files.writeString(in, input);
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(folder.resolve("errors.log").toFile())
                    .start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(command.get(0) + " took too long");
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException(command.get(0) + " failed, see " + folder.resolve("errors.log"));
            }
            return Files.readString(out);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            Files.delete(in);
            Files.delete(out);
        }
    }
}
