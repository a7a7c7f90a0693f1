package com.micloud.signin.demo.server;

import java.util.ArrayList;
import java.util.List;

/** Where a server started here keeps its data. */
public sealed interface Database {

    /** The vendor name that Keycloak's {@code build} wants. */
    String vendor();

    /** What Keycloak's {@code start} must be told beside the vendor. */
    List<String> startOptions();

    /** Files in the instance's own {@code data} folder. */
    static Database h2File() {
        return new H2File();
    }

    /** A PostgreSQL that is running already. */
    static Database postgres(String jdbcUrl, String user, String password) {
        return new Postgres(jdbcUrl, user, password);
    }

    /** The embedded database, one per instance folder. */
    record H2File() implements Database {
        @Override
        public String vendor() {
            return "dev-file";
        }

        @Override
        public List<String> startOptions() {
            return List.of();
        }
    }

    /** A database that several nodes can share. */
    record Postgres(String jdbcUrl, String user, String password) implements Database {
        @Override
        public String vendor() {
            return "postgres";
        }

        @Override
        public List<String> startOptions() {
            var options = new ArrayList<String>();
            options.add("--db-url=" + jdbcUrl);
            options.add("--db-username=" + user);
            options.add("--db-password=" + password);
            return options;
        }
    }
}
