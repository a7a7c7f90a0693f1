package com.micloud.signin.acceptance.harness.portal;

import com.micloud.signin.demo.server.Database;
import com.micloud.signin.demo.server.Folders;
import com.micloud.signin.demo.server.KeycloakServer;
import com.micloud.signin.demo.server.Ports;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A database in which Keycloak has made its tables and its own realm, and nobody anything else. It is made once for a
 * version of Keycloak and copied for each server, for making it takes longer than the start itself.
 */
public final class FreshDatabase {
    private FreshDatabase() {}

    /** Gives an instance the file of such a database. */
    public static void h2(String version, Path instance) {
        var made = madeOnce("data-h2-" + version, root -> make(version, root, Database.h2File()));
        copy(made.resolve("data/h2"), instance.resolve("data/h2"));
    }

    /** Starts a PostgreSQL that has such a database, with its files in this folder. */
    static EmbeddedPostgres postgres(String version, Path folder) throws IOException {
        var made = madeOnce("data-postgres-" + version, root -> {
            Files.createDirectories(root);
            try (var postgres = start(root.resolve("postgres"))) {
                make(version, root.resolve("server"), of(postgres));
            }
        });
        Folders.remove(folder);
        copy(made.resolve("postgres"), folder);
        return start(folder);
    }

    /** How servers find it. */
    static Database of(EmbeddedPostgres postgres) {
        return Database.postgres(
                "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres", "postgres", "postgres");
    }

    private static EmbeddedPostgres start(Path data) {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("The acceptance tests need PostgreSQL and it did not start", e);
        }
    }

    private static void make(String version, Path instance, Database database) {
        var settings = BuiltServer.copy(version, instance, BuiltServer.jars(), database)
                .ports(Ports.free(), Ports.free())
                .startOption(BuiltServer.ALONE)
                .logFile(Shared.folder(instance.getFileName() + "-of-" + database.vendor() + ".log"))
                .build();
        KeycloakServer.start(settings).close();
    }

    /** The folder that this fills. Of what was broken off nothing is taken. */
    private static Path madeOnce(String name, Maker maker) {
        return Shared.byOneAtATime(name, () -> {
            var folder = Shared.folder(name);
            var whole = folder.resolve("whole");
            if (!Files.exists(whole)) {
                Folders.remove(folder);
                maker.fill(folder);
                Files.createFile(whole);
            }
            return folder;
        });
    }

    private static void copy(Path from, Path to) {
        try {
            Folders.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Maker {
        void fill(Path folder) throws IOException;
    }
}
