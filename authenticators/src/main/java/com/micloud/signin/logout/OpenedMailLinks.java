package com.micloud.signin.logout;

import com.micloud.signin.keycloak.RealmCookie;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * Keeps a mail link over the log-out of whoever was signed in before. The browser finds it by a cookie: the address to
 * which the log-out leads stands in events and histories, and must not name the link.
 */
final class OpenedMailLinks {

    private static final String COOKIE = "MICLOUD_MAIL_LINK";

    /** In seconds; a log-out may lead past applications, and to a page that offers to sign out at a provider. */
    private static final int LIFESPAN = 900;

    private static final int ID_LENGTH = 32;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{" + ID_LENGTH + "}");
    private static final String PLACE = "place";
    private static final String QUERY = "query";

    private final KeycloakSession session;

    OpenedMailLinks(KeycloakSession session) {
        this.session = session;
    }

    void keep(MailLink link) {
        String id = SecretGenerator.getInstance().randomString(ID_LENGTH);
        store().put(key(id), LIFESPAN, Map.of(PLACE, link.place().name(), QUERY, link.query()));
        RealmCookie.set(session, COOKIE, id, LIFESPAN);
    }

    /** The link that this browser has kept, once. */
    Optional<MailLink> take() {
        Optional<MailLink> link = RealmCookie.get(session, COOKIE)
                .filter(id -> ID.matcher(id).matches())
                .flatMap(id -> Optional.ofNullable(store().remove(key(id))))
                .flatMap(kept ->
                        MailLink.Place.named(kept.get(PLACE)).map(place -> new MailLink(place, kept.get(QUERY))));
        RealmCookie.remove(session, COOKIE);
        return link;
    }

    private String key(String id) {
        return "micloud.mailLink." + session.getContext().getRealm().getId() + "." + id;
    }

    private SingleUseObjectProvider store() {
        return session.singleUseObjects();
    }
}
