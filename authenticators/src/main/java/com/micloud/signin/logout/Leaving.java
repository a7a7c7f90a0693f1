package com.micloud.signin.logout;

import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.FrontChannelLogoutHandler;
import org.keycloak.protocol.oidc.OIDCAdvancedConfigWrapper;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The end of a browser session, after the applications were told and before the browser goes on. */
final class Leaving {

    private static final Logger LOG = Logger.getLogger(Leaving.class);

    /** Event detail: the providers at which the user is still signed in. */
    static final String STILL_SIGNED_IN = "micloud_still_signed_in";

    private final KeycloakSession session;
    private final UserSessionModel ended;
    private final AuthenticationSessionModel logout;
    private final Departures departures;

    private Leaving(KeycloakSession session, UserSessionModel ended, AuthenticationSessionModel logout) {
        this.session = session;
        this.ended = ended;
        this.logout = logout;
        this.departures = new Departures(session);
    }

    static Leaving of(KeycloakSession session, UserSessionModel ended, AuthenticationSessionModel logout) {
        return new Leaving(session, ended, logout);
    }

    Departure departure(Departure.Back back) {
        String initiator = Optional.ofNullable(logout.getAuthNote(AuthenticationManager.LOGOUT_INITIATING_IDP))
                .orElse("");
        return departures.of(ended, initiator, back);
    }

    void report(EventBuilder event, Departure departure) {
        if (!departure.stays().isEmpty()) {
            event.detail(
                    STILL_SIGNED_IN,
                    departure.stays().stream()
                            .map(stay -> stay.session().alias())
                            .collect(Collectors.joining(",")));
        }
    }

    /**
     * Leads the browser to the page about this log-out. If applications want a front-channel log-out, the page with
     * their frames comes first.
     */
    Response page(Departure departure) {
        Response page = SignedOut.begin(session, departures.keep(departure));
        return isToldByBrowser()
                ? FrontChannelLogoutHandler.current(session)
                        .renderLogoutPage(page.getLocation().toString())
                : page;
    }

    /**
     * Whether an application gets a front-channel log-out, by a frame in a page. Keycloak loses the applications that
     * it found before it sent the browser to another application, and all of them if a SAML application began. So this
     * looks for them again.
     */
    boolean isToldByBrowser() {
        ended.getAuthenticatedClientSessions().values().stream()
                .filter(Leaving::wantsFrame)
                .filter(opened -> !isNoted(opened.getClient()))
                .forEach(this::note);
        return FrontChannelLogoutHandler.current(session) != null;
    }

    private static boolean wantsFrame(AuthenticatedClientSessionModel opened) {
        return OIDCLoginProtocol.LOGIN_PROTOCOL.equals(opened.getProtocol())
                && OIDCAdvancedConfigWrapper.fromClientModel(opened.getClient()).isFrontChannelLogoutEnabled();
    }

    private boolean isNoted(ClientModel client) {
        FrontChannelLogoutHandler noted = FrontChannelLogoutHandler.current(session);
        String address = OIDCAdvancedConfigWrapper.fromClientModel(client).getFrontChannelLogoutUrl();
        return noted != null
                && noted.getClients().stream()
                        .anyMatch(known -> known.getFrontChannelLogoutUrl().startsWith(address));
    }

    private void note(AuthenticatedClientSessionModel opened) {
        try {
            FrontChannelLogoutHandler.currentOrCreate(session, opened).addClient(opened.getClient());
        } catch (RuntimeException e) {
            LOG.warnf(
                    "The application %s is not told of log-outs: its front-channel logout URL is none.",
                    opened.getClient().getClientId());
        }
    }
}
