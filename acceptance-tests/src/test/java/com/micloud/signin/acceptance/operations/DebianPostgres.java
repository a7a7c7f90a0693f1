package com.micloud.signin.acceptance.operations;

import com.micloud.signin.demo.server.Database;
import com.micloud.signin.demo.server.Folders;
import com.micloud.signin.demo.server.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** PostgreSQL as Debian packages it: with the programs for backups, which the embedded one does not bring. */
final class DebianPostgres implements AutoCloseable {
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
    private static final String USER = "keycloak";

    private final Path programs;
    private final Path folder;
    private final int port = Ports.free();

    private DebianPostgres(Path programs, Path folder) {
        this.programs = programs;
        this.folder = folder;
    }

    /** Where the programs of the newest version are; empty where it is not installed. */
    static Optional<Path> programs() {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (var versions = Files.list(VERSIONS)) {
            return versions.filter(version -> version.getFileName().toString().matches("[0-9]+"))
                    .max(Comparator.comparingInt(
                            version -> Integer.parseInt(version.getFileName().toString())))
                    .map(version -> version.resolve("bin"))
                    .filter(bin ->
                            Files.isExecutable(bin.resolve("initdb")) && Files.isExecutable(bin.resolve("pg_dump")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a server of its own, whose data and files are in this folder. */
    static DebianPostgres start(Path programs, Path folder) throws IOException {
        Folders.remove(folder);
        Files.createDirectories(folder);
        var postgres = new DebianPostgres(programs, folder);
        postgres.server(
                "initdb", "--pgdata=data", "--username=" + USER, "--auth=trust", "--encoding=UTF8", "--no-sync");
        postgres.server(
                "pg_ctl",
                "--pgdata=data",
                "--log=postgres.log",
                "--options=-p " + postgres.port
                        + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off",
                "--wait",
                "start");
        return postgres;
    }

    /** A database of it, as Keycloak wants it named. */
    Database database(String name) {
        return Database.postgres("jdbc:postgresql://127.0.0.1:" + port + "/" + name, USER, "none");
    }

    /** Runs a program for operators, in the folder, as the whole line is written in the documentation. */
    void run(String line) {
        var words = List.of(line.split(" "));
        execute(words.get(0), words.subList(1, words.size()), false);
    }

    private void server(String program, String... arguments) {
        execute(program, List.of(arguments), true);
    }

    /** The server refuses to run as root; in a namespace of its own it does not know that it is. */
    private void execute(String program, List<String> arguments, boolean asNobody) {
        var command = new ArrayList<String>();
        if (asNobody && System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(arguments);
        var log = folder.resolve(program + ".log");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("PGHOST", "127.0.0.1");
        builder.environment().put("PGPORT", String.valueOf(port));
        builder.environment().put("PGUSER", USER);
        try {
            var process = builder.start();
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " failed: " + Files.readString(log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server("pg_ctl", "--pgdata=data", "--mode=fast", "--wait", "stop");
    }
}
