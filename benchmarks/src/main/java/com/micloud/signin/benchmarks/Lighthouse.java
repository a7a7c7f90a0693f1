package com.micloud.signin.benchmarks;

import com.micloud.signin.acceptance.harness.Json;
import com.micloud.signin.acceptance.harness.LeftOut;
import com.micloud.signin.acceptance.harness.Settings;
import com.micloud.signin.acceptance.harness.real.DebuggedBrowser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The scores of Google's Lighthouse for a phone, as npm brings it. */
final class Lighthouse {
    private static final String PACKAGE = "lighthouse@12.8.2";

    /** The pages that people meet most, of those that can be visited by their address. */
    static final List<String> PAGES =
            List.of("username", "password", "one-page", "change-password", "forgotten-password", "one-time-code");

    private static final String RUN =
            """
            import lighthouse from 'lighthouse';
            const [url, port] = process.argv.slice(2);
            const { lhr } = await lighthouse(url, {
              port: Number(port), logLevel: 'silent', output: 'json',
              onlyCategories: ['performance', 'accessibility', 'best-practices'],
            });
            const score = (name) => lhr.categories[name].score;
            console.log(JSON.stringify({
              performance: score('performance'), accessibility: score('accessibility'), practice: score('best-practices'),
              failed: Object.values(lhr.audits).filter((audit) => audit.score !== null && audit.score < 0.9 &&
                ['binary', 'metricSavings'].includes(audit.scoreDisplayMode)).map((audit) => audit.id),
              problem: lhr.runtimeError ? lhr.runtimeError.code : '', shown: lhr.finalDisplayedUrl,
            }));
            """;

    private final Path folder;

    /**
     * What a page reached, of 100 each.
     *
     * @param performance how soon it is there
     * @param accessibility how many can use it
     * @param practice how well it is made
     */
    record Scores(int performance, int accessibility, int practice) {}

    private Lighthouse(Path folder) {
        this.folder = folder;
    }

    /** The program, where npm can bring it; where not, the list of what was left out says so. */
    static Optional<Lighthouse> find() {
        var found = new Lighthouse(Settings.target().resolve("lighthouse"));
        try {
            Files.createDirectories(found.folder);
            Files.writeString(found.folder.resolve("run.mjs"), RUN);
            if (!Files.exists(found.folder.resolve("node_modules/lighthouse"))) {
                Files.writeString(found.folder.resolve("package.json"), "{\"private\":true}");
                found.run("npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", PACKAGE);
            }
            return Optional.of(found);
        } catch (IOException | IllegalStateException e) {
            System.out.println("No Lighthouse: " + e.getMessage());
            LeftOut.because("Lighthouse", e.getMessage());
            return Optional.empty();
        }
    }

    /** The scores of a page that can be visited by its address; none for pages that only answer a form, or an error. */
    Optional<Scores> scores(ComparedPage page, ComparedRealm realm) {
        try (var browser = new DebuggedBrowser()) {
            var tab = browser.tab();
            page.prepare().accept(realm, tab);
            page.arrive().accept(realm, tab);
            var address = tab.address();
            var heading = tab.heading();
            var error = tab.error();
            tab.open(address);
            if (!tab.heading().equals(heading) || !tab.error().equals(error)) {
                return Optional.empty();
            }
            var answer = Json.read(run("node", "run.mjs", address.toString(), String.valueOf(browser.port())));
            if (!answer.get("problem").asText().isEmpty()) {
                System.out.println("Lighthouse refuses " + page + ": "
                        + answer.get("problem").asText());
                return Optional.empty();
            }
            System.out.println("Lighthouse, " + page + ", " + realm.address("") + ": " + answer);
            return Optional.of(new Scores(
                    hundredths(answer.get("performance").asDouble()),
                    hundredths(answer.get("accessibility").asDouble()),
                    hundredths(answer.get("practice").asDouble())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int hundredths(double score) {
        return (int) Math.round(score * 100);
    }

    private String run(String... command) throws IOException {
        var out = Files.createTempFile(folder, "out", ".log");
        try {
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(folder.resolve("errors.log").toFile())
                    .start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
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
            Files.delete(out);
        }
    }
}
