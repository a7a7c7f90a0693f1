package com.micloud.signin.acceptance.harness.mail;

import com.micloud.signin.acceptance.harness.LeftOut;
import com.micloud.signin.acceptance.harness.NpmProgram;
import java.util.List;
import java.util.Optional;

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

    private final NpmProgram linter;

    private MailClients(NpmProgram linter) {
        this.linter = linter;
    }

    /** The linter, where npm can bring it; where not, the closing report says so. */
    public static Optional<MailClients> find() {
        try {
            var linter = NpmProgram.of(PACKAGE, CHECK);
            LeftOut.ranWith("npm's " + PACKAGE);
            return Optional.of(new MailClients(linter));
        } catch (IllegalStateException e) {
            LeftOut.because("the check of mails against what mail programs draw", e.getMessage());
            return Optional.empty();
        }
    }

    /** The names of programs, each with something of this mail that it does not draw. */
    public List<String> undrawn(String html) {
        return linter.run(html).lines().toList();
    }
}
