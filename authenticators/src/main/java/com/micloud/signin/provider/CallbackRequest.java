package com.micloud.signin.provider;

import com.micloud.signin.keycloak.CurrentRequest;
import com.micloud.signin.keycloak.GuardedRealm;
import com.micloud.signin.session.ProviderVisit;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.OAuth2Constants;
import org.keycloak.broker.provider.util.IdentityBrokerState;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.saml.common.constants.GeneralConstants;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionModel;

/** A request to the address at which a provider's answers arrive. */
public final class CallbackRequest {

    private static final Logger LOG = Logger.getLogger(CallbackRequest.class);

    private static final Pattern ADDRESS = Pattern.compile(".*/broker/([^/]+)/endpoint(/.*)?");

    private static final Pattern ON_THE_WAY = Pattern.compile(".*/realms/[^/]+/broker/.*");

    /** What these say is about the user or the browser, not about the provider. */
    private static final Set<String> NOT_THE_PROVIDERS_FAULT = Set.of(
            Messages.ACCOUNT_DISABLED,
            Messages.ACCOUNT_TEMPORARILY_DISABLED,
            Messages.ACCOUNT_PERMANENTLY_DISABLED,
            Messages.DIFFERENT_USER_AUTHENTICATED,
            Messages.COOKIE_NOT_FOUND,
            Messages.REALM_NOT_ENABLED,
            Messages.HTTPS_REQUIRED);

    private final KeycloakSession session;
    private final String alias;

    private CallbackRequest(KeycloakSession session, String alias) {
        this.session = session;
        this.alias = alias;
    }

    /** The callback that is being answered; empty for all other requests and in realms without the guard. */
    public static Optional<CallbackRequest> current(KeycloakSession session) {
        return CurrentRequest.path(session)
                .map(ADDRESS::matcher)
                .filter(Matcher::matches)
                .filter(address -> GuardedRealm.isCurrent(session))
                .map(address -> new CallbackRequest(session, address.group(1)));
    }

    /** Whether the request belongs to the way to a provider and back, in a realm with the guard. */
    public static boolean isOnTheWay(KeycloakSession session) {
        return CurrentRequest.path(session)
                        .filter(path -> ON_THE_WAY.matcher(path).matches())
                        .isPresent()
                && GuardedRealm.isCurrent(session);
    }

    /** Whether nobody was sent to a provider for this answer: it says which sign-in it is for in neither way. */
    public boolean isUnsolicited() {
        return state().isEmpty();
    }

    /**
     * The sign-in that sent its user to this very provider, found by what the answer carries back and by this browser's
     * cookies.
     */
    public Optional<AuthenticationSessionModel> signIn(String error) {
        return NOT_THE_PROVIDERS_FAULT.contains(error)
                ? Optional.empty()
                : state().flatMap(this::signInOf)
                        .filter(signIn -> ProviderVisit.of(signIn).provider().equals(Optional.of(alias)));
    }

    /** Notes the trouble also where it stays when the request's own changes are rolled back. */
    public void noteTrouble(AuthenticationSessionModel signIn, String error) {
        String reason = ProviderFailure.reason(session, error);
        ProviderVisit.of(signIn).fail(ProviderVisit.Trouble.FAILED, reason);
        String realmName = signIn.getRealm().getName();
        String rootId = signIn.getParentSession().getId();
        String clientId = signIn.getClient().getClientId();
        String tab = signIn.getTabId();
        KeycloakModelUtils.runJobInTransaction(session.getKeycloakSessionFactory(), other -> {
            RealmModel realm = other.realms().getRealmByName(realmName);
            other.getContext().setRealm(realm);
            Optional.ofNullable(other.authenticationSessions().getRootAuthenticationSession(realm, rootId))
                    .map(root -> root.getAuthenticationSession(realm.getClientByClientId(clientId), tab))
                    .ifPresent(stored -> ProviderVisit.of(stored).fail(ProviderVisit.Trouble.FAILED, reason));
        });
    }

    private Optional<AuthenticationSessionModel> signInOf(String encoded) {
        RealmModel realm = session.getContext().getRealm();
        IdentityBrokerState state;
        try {
            state = IdentityBrokerState.encoded(encoded, realm);
        } catch (RuntimeException e) {
            LOG.debug("An answer at a provider's address carries back what was never sent.", e);
            return Optional.empty();
        }
        ClientModel client = state.getClientId() == null ? null : realm.getClientByClientId(state.getClientId());
        return client == null || state.getTabId() == null
                ? Optional.empty()
                : Optional.ofNullable(new AuthenticationSessionManager(session)
                        .getCurrentAuthenticationSession(realm, client, state.getTabId()));
    }

    private Optional<String> state() {
        MultivaluedMap<String, String> query = session.getContext().getUri().getQueryParameters();
        MultivaluedMap<String, String> form =
                session.getContext().getHttpRequest().getDecodedFormParameters();
        return Stream.of(query, form)
                .flatMap(parameters -> Stream.of(OAuth2Constants.STATE, GeneralConstants.RELAY_STATE)
                        .map(parameters::getFirst))
                .filter(value -> value != null && !value.isBlank())
                .findFirst();
    }
}
