package com.micloud.signin.password.expiry;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.micloud.signin.keycloak.RealmCookie;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.Token;
import org.keycloak.TokenCategory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * Remembers, in a cookie signed by Keycloak, which users this browser has shown a notice today. It works on any node.
 */
public final class DailyNotice {

    private static final int A_DAY = 86_400;

    /** As many people of one browser are remembered; more would make the cookie long. */
    private static final int MOST = 8;

    private final KeycloakSession session;
    private final String cookie;
    private final long today;

    /**
     * A notice that is kept apart from others by the name of its cookie.
     *
     * @param today the number of the day
     */
    public DailyNotice(KeycloakSession session, String cookie, long today) {
        this.session = session;
        this.cookie = cookie;
        this.today = today;
    }

    /**
     * The content of the cookie.
     *
     * @param day the number of the day
     * @param users the ids of those who were told
     */
    record Told(@JsonProperty("day") long day, @JsonProperty("users") List<String> users) implements Token {

        Told {
            users = users == null ? List.of() : List.copyOf(users);
        }

        @JsonIgnore
        @Override
        public TokenCategory getCategory() {
            return TokenCategory.INTERNAL;
        }
    }

    /** Whether this browser has shown the notice to the user today. */
    public boolean wasGiven(UserModel user) {
        return toldToday().contains(user.getId());
    }

    /** Notes that the user sees the notice now. */
    public void give(UserModel user) {
        List<String> users = Stream.concat(Stream.of(user.getId()), toldToday().stream())
                .distinct()
                .limit(MOST)
                .toList();
        RealmCookie.set(session, cookie, session.tokens().encode(new Told(today, users)), A_DAY);
    }

    /** Nobody, where the cookie is missing, was not made here, or is of another day. */
    private List<String> toldToday() {
        return RealmCookie.get(session, cookie)
                .flatMap(text -> Optional.ofNullable(session.tokens().decode(text, Told.class)))
                .filter(told -> told.day == today)
                .map(Told::users)
                .orElse(List.of());
    }
}
