package com.micloud.signin.benchmarks;

import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

/** Fresh browsers that come to a realm, and how long the request that counts takes them. */
final class Visits {

    private final OidcApplication application;
    private final String realm;

    private Visits(OidcApplication application, String realm) {
        this.application = application;
        this.realm = realm;
    }

    /** Visits to the MiCloud sign-in. */
    static Visits micloud(Portal portal, String clientId) {
        return new Visits(OidcApplication.of(portal, clientId), Portal.REALM);
    }

    /** Visits to the realm with Keycloak's own flow. */
    static Visits stock(Portal portal) {
        return new Visits(OidcApplication.unknown(portal, "app"), BenchmarkServer.STOCK);
    }

    /** The time of the application's request itself. */
    Duration opening() {
        return timed(PlainTab.fresh(), tab -> tab.open(request()));
    }

    /** The time of a request that a browser makes after it got ready for it, redirects included. */
    Duration timed(Consumer<PlainTab> ready, Consumer<PlainTab> counted) {
        var tab = PlainTab.fresh();
        tab.open(request());
        ready.accept(tab);
        return timed(tab, counted);
    }

    private static Duration timed(PlainTab tab, Consumer<PlainTab> counted) {
        var before = tab.browser().times().size();
        counted.accept(tab);
        return tab.browser().times().stream().skip(before).reduce(Duration.ZERO, Duration::plus);
    }

    private URI request() {
        var url = application.begin().url().toString();
        return URI.create(url.replace("/realms/" + Portal.REALM + "/", "/realms/" + realm + "/"));
    }
}
