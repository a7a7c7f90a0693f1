package com.micloud.signin.acceptance.harness.people;

import static org.awaitility.Awaitility.await;

import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import java.time.Duration;

/** Somebody who guesses. */
public final class WrongPasswords {
    /** A wrong password that obeys the rules for passwords. */
    public static final String ONE = "Wrong-one1";

    private static final String CHECKED = "invalid_user_credentials";
    private static final int MOST = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private WrongPasswords() {}

    /** Guesses until brute-force detection refuses the user, who must be asked for a password straight away. */
    public static void lock(Portal portal, User user) {
        var application = OidcApplication.made(portal);
        var tab = PlainTab.fresh();
        tab.open(application.begin().url()).username(user.username());
        for (var i = 0; i < MOST; i++) {
            tab.password(ONE);
            if (portal.admin().isLocked(user)) {
                return;
            }
        }
        throw new AssertionError(MOST + " wrong passwords did not lock " + user.username());
    }

    /**
     * Enters wrong passwords on the page that is shown until so many were checked and counted. Keycloak counts after it
     * has answered, and checks none of the same user meanwhile.
     */
    public static void enter(Portal portal, PlainTab tab, User user, int times) {
        var entered = 0;
        for (var i = 0; i < MOST && entered < times; i++) {
            var failures = portal.admin().failures(user);
            var checked = checked(portal, user);
            tab.password(ONE);
            if (checked(portal, user) > checked) {
                await().atMost(PATIENCE).until(() -> portal.admin().failures(user) > failures);
                entered++;
            }
        }
        if (entered < times) {
            throw new AssertionError("Of " + MOST + " wrong passwords only " + entered + " were checked");
        }
    }

    private static long checked(Portal portal, User user) {
        return portal.events().of(user).stream()
                .filter(event -> event.error().equals(CHECKED))
                .count();
    }
}
