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
    private final PendingLogouts pendingLogouts;
    private final String alias;

    public ProviderLogoutAnswer(KeycloakSession session, String alias) {
        this.session = session;
        this.pendingLogouts = new PendingLogouts(session);
        this.alias = alias;
    }

    /**
     * Notes what the provider says and leads the browser back to the page about its log-out, or to the application where
     * nothing is left to do. An answer that nobody waits for changes nothing.
     *
     * @param name what the answer carries back
     */
    public Response accept(String name, Function<PendingLogouts.Expected, PendingLogout.State> judge) {
        Optional<PendingLogouts.Expected> expected = pendingLogouts.answered(name, alias);
        if (expected.isEmpty()) {
            event().error(Errors.USER_SESSION_NOT_FOUND);
            return ErrorPage.error(session, null, Response.Status.BAD_REQUEST, UNKNOWN);
        }
        PendingLogout.State state = judge.apply(expected.get());
        if (state == PendingLogout.State.FAILED) {
            event().error(Errors.LOGOUT_FAILED);
        }
        String id = expected.get().pendingLogout();
        Optional<PendingLogout> pendingLogout = pendingLogouts.find(id).map(known -> known.with(alias, state));
        pendingLogout.ifPresent(known -> pendingLogouts.replace(id, known));
        boolean isThisBrowsers = SignedOutPage.pendingLogout(session).equals(Optional.of(id));
        return pendingLogout
                .filter(known ->
                        isThisBrowsers && known.isOver() && known.back().isLink())
                .map(known -> Response.seeOther(URI.create(known.back().url())).build())
                .orElseGet(() -> SignedOutPage.again(session));
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
