package com.micloud.signin.acceptance.harness.real;

import com.microsoft.playwright.BrowserContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What pages tried that their Content-Security-Policy forbids, told by the browser as it happens. */
final class PolicyViolations {
    private static final String REPORT =
            """
            document.addEventListener('securitypolicyviolation', event => window.reportPolicyViolation(
                event.documentURI.split('?')[0] + ': ' + event.effectiveDirective + ' ' + event.blockedURI
                + ' ' + event.sample))
            """;

    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    /** Watches all tabs of a browser. */
    void watch(BrowserContext context) {
        context.exposeBinding("reportPolicyViolation", (source, arguments) -> seen.add(String.valueOf(arguments[0])));
        context.addInitScript(REPORT);
    }

    List<String> seen() {
        return List.copyOf(seen);
    }
}
