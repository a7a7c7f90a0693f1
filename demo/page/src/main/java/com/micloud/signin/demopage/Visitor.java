package com.micloud.signin.demopage;

import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One browser, known by a random key in a cookie.
 *
 * @param key the key
 */
record Visitor(String key) {

    static final String COOKIE = "MICLOUD_DEMO";

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{43}");

    static Visitor unknown() {
        return new Visitor(RandomText.next());
    }

    /** The visitor whom the value of the cookie names; empty when it is none of ours. */
    static Optional<Visitor> of(String value) {
        return KEY.matcher(value).matches() ? Optional.of(new Visitor(value)) : Optional.empty();
    }

    NewCookie cookie(Addresses addresses) {
        return new NewCookie.Builder(COOKIE)
                .value(key)
                .path(addresses.cookiePath())
                .httpOnly(true)
                .secure(addresses.encrypted())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
