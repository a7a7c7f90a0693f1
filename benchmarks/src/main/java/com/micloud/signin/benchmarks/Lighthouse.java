package com.micloud.signin.benchmarks;

import com.micloud.signin.acceptance.harness.Json;
import com.micloud.signin.acceptance.harness.LeftOut;
import com.micloud.signin.acceptance.harness.NpmProgram;
import com.micloud.signin.acceptance.harness.real.DebuggedBrowser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

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

    private final NpmProgram program;

    /**
     * What a page reached, of 100 each.
     *
     * @param performance how soon it is there
     * @param accessibility how many can use it
     * @param practice how well it is made
     */
    record Scores(int performance, int accessibility, int practice) {}

    private Lighthouse(NpmProgram program) {
        this.program = program;
    }

    /** The program, where npm can bring it; where not, the list of what was left out says so. */
    static Optional<Lighthouse> find() {
        try {
            return Optional.of(new Lighthouse(NpmProgram.of(PACKAGE, RUN)));
        } catch (IllegalStateException e) {
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
            var answer = Json.read(program.run("", address.toString(), String.valueOf(browser.port())));
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
}
