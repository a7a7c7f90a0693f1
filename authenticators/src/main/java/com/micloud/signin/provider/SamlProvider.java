package com.micloud.signin.provider;

import com.micloud.signin.keycloak.GuardedRealm;
import com.micloud.signin.logout.ProviderSession;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TimeZone;
import javax.xml.datatype.XMLGregorianCalendar;
import org.keycloak.broker.provider.AuthenticationRequest;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.broker.provider.IdentityBrokerException;
import org.keycloak.broker.saml.SAMLEndpoint;
import org.keycloak.broker.saml.SAMLIdentityProvider;
import org.keycloak.broker.saml.SAMLIdentityProviderConfig;
import org.keycloak.dom.saml.v2.assertion.AssertionType;
import org.keycloak.dom.saml.v2.assertion.AuthnStatementType;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.saml.SamlProtocol;
import org.keycloak.saml.validators.DestinationValidator;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keycloak's own SAML provider, except that in a guarded realm whatever goes wrong ends on a page, that the signed
 * assertion itself must answer the portal's request and be as new as asked for, that nothing of what it says is written
 * before the guard has judged, that blanks are part of a name, and that its session is ended only when the user wants that.
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
                ? new SamlBrokerEndpoint(session, this, new ProviderCallback(session, callback), destinations)
                : super.callback(realm, callback, event);
    }

    /** Asks for a new proof where the application wants one that is new to some degree: SAML knows no other wish. */
    @Override
    public Response performLogin(AuthenticationRequest request) {
        if (GuardedRealm.is(request.getRealm())
                && new AskedProof(session, request.getAuthenticationSession())
                        .ask()
                        .isPresent()) {
            getConfig().setForceAuthn(true);
        }
        return super.performLogin(request);
    }

    /** Keycloak writes the e-mail address here, before the guard. All mappers have prepared what they make by now. */
    @Override
    public void updateBrokeredUser(
            KeycloakSession session, RealmModel realm, UserModel user, BrokeredIdentityContext context) {
        if (GuardedRealm.is(realm)) {
            ProviderWrites.requireWithheld(session, getConfig());
            BrokeredUsername.note(context);
        } else {
            super.updateBrokeredUser(session, realm, user, context);
        }
    }

    @Override
    public void importNewUser(
            KeycloakSession session, RealmModel realm, UserModel user, BrokeredIdentityContext context) {
        if (GuardedRealm.is(realm)) {
            throw new IdentityBrokerException("A provider makes no users.");
        }
        super.importNewUser(session, realm, user, context);
    }

    @Override
    public void authenticationFinished(AuthenticationSessionModel signIn, BrokeredIdentityContext context) {
        super.authenticationFinished(signIn, context);
        ProviderWrites.waitForGuard(session, context);
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
        ProviderWrites.requireWithheld(session, getConfig());
        AssertionType assertion = (AssertionType) context.getContextData().get(SAMLEndpoint.SAML_ASSERTION);
        String requestId = context.getAuthenticationSession().getClientNote(SamlProtocol.SAML_REQUEST_ID_BROKER);
        SolicitedAssertion.missing(assertion, requestId).ifPresent(missing -> {
            ProviderFailure.note(session, "assertion_not_for_this_sign_in");
            throw new IdentityBrokerException(
                    "The assertion of " + getConfig().getAlias() + " was not made for this sign-in: " + missing);
        });
        new AskedProof(session, context.getAuthenticationSession())
                .require(authenticationTime(context), getConfig().getAllowedClockSkew());
        String sent = BrokeredUsername.hear(context);
        WrittenNameId.in(session.getContext())
                .filter(written -> written.trim().equals(sent))
                .ifPresent(written -> {
                    context.setUsername(written);
                    BrokeredUsername.hear(context);
                });
    }

    private static OptionalLong authenticationTime(BrokeredIdentityContext context) {
        return context.getContextData().get(SAMLEndpoint.SAML_AUTHN_STATEMENT) instanceof AuthnStatementType statement
                        && statement.getAuthnInstant() != null
                ? OptionalLong.of(seconds(statement.getAuthnInstant()))
                : OptionalLong.empty();
    }

    /** Times of SAML are in UTC, whether or not they say so (SAML 2.0 Core, 1.3.3). */
    private static long seconds(XMLGregorianCalendar time) {
        return time.toGregorianCalendar(TimeZone.getTimeZone("UTC"), null, null).getTimeInMillis() / 1000;
    }
}
