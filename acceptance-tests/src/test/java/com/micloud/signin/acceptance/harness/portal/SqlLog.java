package com.micloud.signin.acceptance.harness.portal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The SQL statements that requests cost, as Hibernate logs them. */
public final class SqlLog {
    private static final String STATEMENT = "[org.hibernate.SQL]";
    /** Requests run on these threads; statements of timers do not count. */
    private static final String REQUEST_THREAD = "(executor-thread";

    private final Path file;

    SqlLog(Path file) {
        this.file = file;
    }

    /** The statements that an action made the server's requests run. */
    public List<String> during(Runnable action) {
        var before = size();
        action.run();
        return after(before)
                .lines()
                .filter(line -> line.contains(STATEMENT) && line.contains(REQUEST_THREAD))
                .toList();
    }

    /** What was logged while an action ran. */
    public String textDuring(Runnable action) {
        var before = size();
        action.run();
        return after(before);
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String after(long mark) {
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(mark);
            var rest = new byte[(int) (log.length() - mark)];
            log.readFully(rest);
            return new String(rest, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
