package com.micloud.signin.logout;

import java.util.Optional;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;
import org.keycloak.services.ErrorPageException;

/** Keycloak's own endpoints of OpenID Connect, except for log-out and invitations. */
final class OidcProtocolService extends OIDCLoginProtocolService {

    private final KeycloakSession session;
    private final EventBuilder event;

    OidcProtocolService(KeycloakSession session, EventBuilder event) {
        super(session, event);
        this.session = session;
        this.event = event;
    }

    /** Keycloak's page for people who are new here, except that an invitation signs nobody out without asking. */
    @Override
    public Object registrations(String invitation) {
        Object endpoint = super.registrations(invitation);
        if (invitation != null) {
            MailLinkResourceFactory.question(session, Optional.empty()).ifPresent(question -> {
                throw new ErrorPageException(question);
            });
        }
        return endpoint;
    }

    @Override
    public Object logout() {
        return new OidcLogout(session, new LogoutTokens(session.getContext().getRealm()), event);
    }
}
