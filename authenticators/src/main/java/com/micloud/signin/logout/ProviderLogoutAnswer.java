package com.micloud.signin.logout;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.ErrorPage;

/** A provider's answer to the request to end its session. */
public final class ProviderLogoutAnswer {

    private static final String UNKNOWN = "micloudSignOutUnknown";

    private final KeycloakSession session;
    private final Departures departures;
    private final String alias;

    public ProviderLogoutAnswer(KeycloakSession session, String alias) {
        this.session = session;
        this.departures = new Departures(session);
        this.alias = alias;
    }

    /**
     * Notes what the provider says and leads the browser back to the page about its log-out, or to the application where
     * nothing is left to do. An answer that nobody waits for changes nothing.
     *
     * @param name what the answer carries back
     */
    public Response accept(String name, Function<Departures.Expected, Departure.State> judge) {
        Optional<Departures.Expected> expected = departures.answered(name, alias);
        if (expected.isEmpty()) {
            event().error(Errors.USER_SESSION_NOT_FOUND);
            return ErrorPage.error(session, null, Response.Status.BAD_REQUEST, UNKNOWN);
        }
        Departure.State state = judge.apply(expected.get());
        if (state == Departure.State.FAILED) {
            event().error(Errors.LOGOUT_FAILED);
        }
        String id = expected.get().departure();
        Optional<Departure> departure = departures.find(id).map(known -> known.with(alias, state));
        departure.ifPresent(known -> departures.replace(id, known));
        boolean isThisBrowsers = SignedOut.departure(session).equals(Optional.of(id));
        return departure
                .filter(known ->
                        isThisBrowsers && known.isOver() && known.back().isLink())
                .map(known -> Response.seeOther(URI.create(known.back().url())).build())
                .orElseGet(() -> SignedOut.again(session));
    }

    private EventBuilder event() {
        return new EventBuilder(
                        session.getContext().getRealm(),
                        session,
                        session.getContext().getConnection())
                .event(EventType.LOGOUT)
                .detail(Details.IDENTITY_PROVIDER, alias);
    }
}
