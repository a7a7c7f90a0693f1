package com.micloud.signin.acceptance.harness.portal;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

/** The clock of a server under test. */
public final class Clock {
    private final URI address;
    private final Admin admin;
    private Duration ahead = Duration.ZERO;

    Clock(URI address, Admin admin) {
        this.address = address;
        this.admin = admin;
    }

    /** Lets time pass on the server. */
    public void forward(Duration time) {
        ahead = ahead.plus(time);
        var answer = Http.send(HttpRequest.newBuilder(address)
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(Long.toString(ahead.toSeconds()))));
        if (answer.statusCode() != 204) {
            throw new AssertionError("This server's clock cannot be moved: " + answer.statusCode());
        }
        admin.signInAgain();
    }

    /** Goes back to the time of the machine; what a test left in the future is its own. */
    public void reset() {
        ahead = Duration.ZERO;
        forward(Duration.ZERO);
    }

    /** How far the server's clock is ahead of the tests' own. */
    public Duration ahead() {
        return ahead;
    }
}
