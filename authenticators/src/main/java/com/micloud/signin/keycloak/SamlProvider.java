package com.micloud.signin.keycloak;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.broker.provider.IdentityBrokerException;
import org.keycloak.broker.saml.SAMLEndpoint;
import org.keycloak.broker.saml.SAMLIdentityProvider;
import org.keycloak.broker.saml.SAMLIdentityProviderConfig;
import org.keycloak.dom.saml.v2.assertion.AssertionType;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.saml.SamlProtocol;
import org.keycloak.saml.validators.DestinationValidator;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keycloak's own SAML provider, except that in a guarded realm whatever goes wrong ends on a page, that the signed
 * assertion itself must answer the portal's request, that blanks are part of a name, and that its session is ended only
 * when the user wants that.
 */
final class SamlProvider extends SAMLIdentityProvider {

    private final DestinationValidator destinations;

    SamlProvider(KeycloakSession session, SAMLIdentityProviderConfig config, DestinationValidator destinations) {
        super(session, config, destinations);
        this.destinations = destinations;
    }

    @Override
    public Object callback(RealmModel realm, AuthenticationCallback callback, EventBuilder event) {
        return GuardedRealm.is(realm)
                ? new SamlEndpoint(session, this, new ProviderCallback(session, callback), destinations)
                : super.callback(realm, callback, event);
    }

    @Override
    public void authenticationFinished(AuthenticationSessionModel signIn, BrokeredIdentityContext context) {
        super.authenticationFinished(signIn, context);
        Map<String, String> notes = signIn.getUserSessionNotes();
        ProviderSession.ofSaml(
                        getConfig().getAlias(),
                        notes.getOrDefault(SAMLEndpoint.SAML_FEDERATED_SUBJECT_NAMEID, ""),
                        notes.getOrDefault(SAMLEndpoint.SAML_FEDERATED_SESSION_INDEX, ""))
                .write(signIn);
    }

    @Override
    public Response keycloakInitiatedBrowserLogout(
            KeycloakSession session, UserSessionModel ended, UriInfo uri, RealmModel realm) {
        return GuardedRealm.is(realm) ? null : super.keycloakInitiatedBrowserLogout(session, ended, uri, realm);
    }

    @Override
    public void preprocessFederatedIdentity(
            KeycloakSession session, RealmModel realm, BrokeredIdentityContext context) {
        super.preprocessFederatedIdentity(session, realm, context);
        if (!GuardedRealm.is(realm)) {
            return;
        }
        AssertionType assertion = (AssertionType) context.getContextData().get(SAMLEndpoint.SAML_ASSERTION);
        String requestId = context.getAuthenticationSession().getClientNote(SamlProtocol.SAML_REQUEST_ID_BROKER);
        SolicitedAssertion.missing(assertion, requestId).ifPresent(missing -> {
            throw new IdentityBrokerException(
                    "The assertion of " + getConfig().getAlias() + " was not made for this sign-in: " + missing);
        });
        WrittenNameId.in(session.getContext())
                .filter(written -> written.trim().equals(context.getUsername()))
                .ifPresent(context::setUsername);
    }
}
