package com.micloud.signin.password;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * Lets the server check one password of a username at a time, on all nodes together. Requests that arrive at the same
 * moment wait for their turn, so that each failure is counted before the next password is checked. Usernames that nobody
 * has take turns as well: otherwise the time of the answers would tell who exists.
 */
final class PasswordTurn {

    /** A node that stops in the middle of a check keeps the turn for so many seconds. */
    private static final long LONGEST = 30;

    private final SingleUseObjectProvider objects;
    private final String key;

    private PasswordTurn(SingleUseObjectProvider objects, String key) {
        this.objects = objects;
        this.key = key;
    }

    static PasswordTurn of(KeycloakSession session, String username) {
        String name = username.toLowerCase(Locale.ROOT);
        return new PasswordTurn(
                session.singleUseObjects(),
                "micloud.password.turn." + session.getContext().getRealm().getId() + "."
                        + HashUtils.sha256UrlEncodedHash(name, StandardCharsets.UTF_8));
    }

    /** Runs the check when its turn has come; empty, and not run, where the turn does not come in time. */
    <T> Optional<T> run(Supplier<T> check) {
        if (!WaitingRoom.await(objects, key, () -> objects.putIfAbsent(key, LONGEST))) {
            return Optional.empty();
        }
        try {
            return Optional.of(check.get());
        } finally {
            objects.remove(key);
        }
    }
}
