package com.micloud.signin.acceptance.harness.mail;

import com.micloud.signin.acceptance.harness.LeftOut;
import com.micloud.signin.acceptance.harness.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What mail programs are known not to draw, by the data of caniemail.com as npm's linter {@code caniemail} brings it. */
public final class MailClients {
    private static final String PACKAGE = "caniemail@2.0.2";

    private static final String CHECK =
            """
            import { caniemail } from 'caniemail';
            import fs from 'fs';
            const { issues } = caniemail({ clients: ['gmail.*', 'outlook.*', 'apple-mail.*', 'yahoo.*'], html: fs.readFileSync(0, 'utf8') });
            for (const [client, found] of issues.errors ?? new Map()) {
              for (const title of new Set(found.map((one) => one.title))) console.log(client + ': ' + title);
            }
            """;

    private final Path folder;

    private MailClients(Path folder) {
        this.folder = folder;
    }

    /** The linter, where npm can bring it; where not, the closing report says so. */
    public static Optional<MailClients> find() {
        var folder = Settings.target().resolve("mail-linter");
        var linter = new MailClients(folder);
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("check.mjs"), CHECK);
            if (!Files.exists(folder.resolve("node_modules/caniemail"))) {
                Files.writeString(folder.resolve("package.json"), "{\"private\":true}");
                linter.run("", "npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", PACKAGE);
            }
            LeftOut.ranWith("npm's " + PACKAGE);
            return Optional.of(linter);
        } catch (IOException | IllegalStateException e) {
            LeftOut.because("the check of mails against what mail programs draw", e.getMessage());
            return Optional.empty();
        }
    }

    /** The names of programs, each with something of this mail that it does not draw. */
    public List<String> undrawn(String html) {
        try {
            return run(html, "node", "check.mjs").lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String run(String input, String... command) throws IOException {
        var in = Files.createTempFile(folder, "in", ".html");
        var out = Files.createTempFile(folder, "out", ".log");
        try {
            Files.writeString(in, input);
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(folder.resolve("errors.log").toFile())
                    .start();
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(command[0] + " took too long");
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException(command[0] + " failed, see " + folder.resolve("errors.log"));
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
