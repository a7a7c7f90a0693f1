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
final class BrowserLogout {

    private static final Logger LOG = Logger.getLogger(BrowserLogout.class);

    /** Event detail: the providers at which the user is still signed in. */
    static final String STILL_SIGNED_IN = "micloud_still_signed_in";

    private final KeycloakSession session;
    private final UserSessionModel ended;
    private final AuthenticationSessionModel logout;
    private final PendingLogouts pendingLogouts;

    private BrowserLogout(KeycloakSession session, UserSessionModel ended, AuthenticationSessionModel logout) {
        this.session = session;
        this.ended = ended;
        this.logout = logout;
        this.pendingLogouts = new PendingLogouts(session);
    }

    static BrowserLogout of(KeycloakSession session, UserSessionModel ended, AuthenticationSessionModel logout) {
        return new BrowserLogout(session, ended, logout);
    }

    PendingLogout pendingLogout(PendingLogout.Back back) {
        String initiator = Optional.ofNullable(logout.getAuthNote(AuthenticationManager.LOGOUT_INITIATING_IDP))
                .orElse("");
        return pendingLogouts.of(ended, initiator, back);
    }

    void report(EventBuilder event, PendingLogout pendingLogout) {
        if (!pendingLogout.stays().isEmpty()) {
            event.detail(
                    STILL_SIGNED_IN,
                    pendingLogout.stays().stream()
                            .map(stay -> stay.session().alias())
                            .collect(Collectors.joining(",")));
        }
    }

    /**
     * Leads the browser to the page about this log-out. If applications want a front-channel log-out, the page with
     * their frames comes first.
     */
    Response page(PendingLogout pendingLogout) {
        Response page = SignedOutPage.begin(session, pendingLogouts.keep(pendingLogout));
        addFrontChannelLogouts();
        return hasFrontChannelLogouts()
                ? FrontChannelLogoutHandler.current(session)
                        .renderLogoutPage(page.getLocation().toString())
                : page;
    }

    /**
     * Has each application that wants it told by front-channel log-out, by a frame in a page. Keycloak loses the
     * applications that it found before it sent the browser to another application, and all of them if a SAML application
     * began. So this looks for them again.
     */
    void addFrontChannelLogouts() {
        ended.getAuthenticatedClientSessions().values().stream()
                .filter(BrowserLogout::wantsFrame)
                .filter(opened -> !isNoted(opened.getClient()))
                .forEach(this::note);
    }

    /** Whether an application gets a front-channel log-out. */
    boolean hasFrontChannelLogouts() {
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
