package com.micloud.signin.password.change;

import com.micloud.signin.keycloak.BrowserSession;
import com.micloud.signin.keycloak.LoginActions;
import com.micloud.signin.password.VisitParameters;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.AuthenticationFlowBindings;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.RestartLoginCookie;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.services.util.LocaleUtil;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel;
import org.keycloak.sessions.RootAuthenticationSessionModel;

/**
 * A tab in which a user only changes a password. It runs for its own client, whose browser flow changes passwords and
 * never ends in a session. After a restart it is still a tab of this kind.
 */
public final class PasswordChangeTab {

    /** The client for which the flow runs; nobody signs in to it. */
    public static final String CLIENT_ID = "micloud-change-password";

    /** The name of the flow in the realm file. */
    public static final String FLOW = "micloud change password";

    private final KeycloakSession session;

    PasswordChangeTab(KeycloakSession session) {
        this.session = session;
    }

    /** The client, where the realm has it switched on and with a flow of its own. */
    static Optional<ClientModel> client(RealmModel realm) {
        return Optional.ofNullable(realm.getClientByClientId(CLIENT_ID))
                .filter(ClientModel::isEnabled)
                .filter(client -> boundFlow(realm, client).isPresent());
    }

    /**
     * The flow that changes passwords; empty where the client is missing or bound to none. With the realm's flow, which
     * signs people in, it would be an application like any other.
     */
    public static Optional<AuthenticationFlowModel> flow(RealmModel realm) {
        return client(realm).flatMap(client -> boundFlow(realm, client));
    }

    /** Whether this is one, and no sign-in. */
    public static boolean is(AuthenticationSessionModel notes) {
        return notes.getClient().getClientId().equals(CLIENT_ID);
    }

    /**
     * Binds the flow in realms that are imported: a realm file could only name the flow by an id, and ids are unique on
     * a server, so that the file could be imported there once only.
     */
    public static void watch(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof RealmModel.RealmPostCreateEvent created) {
                bind(created.getCreatedRealm());
            }
        });
    }

    /** Binds the client to the flow by its name, where it is bound to none yet. */
    private static void bind(RealmModel realm) {
        AuthenticationFlowModel flow = realm.getFlowByAlias(FLOW);
        ClientModel client = realm.getClientByClientId(CLIENT_ID);
        if (flow != null
                && client != null
                && client.getAuthenticationFlowBindingOverride(AuthenticationFlowBindings.BROWSER_BINDING) == null) {
            client.setAuthenticationFlowBindingOverride(AuthenticationFlowBindings.BROWSER_BINDING, flow.getId());
        }
    }

    private static Optional<AuthenticationFlowModel> boundFlow(RealmModel realm, ClientModel client) {
        return Optional.ofNullable(
                        client.getAuthenticationFlowBindingOverride(AuthenticationFlowBindings.BROWSER_BINDING))
                .map(realm::getAuthenticationFlowById);
    }

    Response begin(ClientModel own, VisitParameters visitor) {
        session.getContext().setClient(own);
        AuthenticationSessionModel visit = root(own.getRealm()).createAuthenticationSession(own);
        visit.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        visit.setClientNote(OIDCLoginProtocol.RESPONSE_TYPE_PARAM, OAuth2Constants.CODE);
        visit.setAction(CommonClientSessionModel.Action.AUTHENTICATE.name());
        visitor.back().ifPresent(known -> known.note(visit));
        visitor.note(visit);
        LocaleUtil.processLocaleParam(session, own.getRealm(), visit);
        RestartLoginCookie.setRestartCookie(session, visit);
        return Response.seeOther(LoginActions.proceed(session, visit)).build();
    }

    /** One for all tabs of a browser: another would cut off the sign-ins that are under way in it. */
    private RootAuthenticationSessionModel root(RealmModel realm) {
        AuthenticationSessionManager manager = new AuthenticationSessionManager(session);
        RootAuthenticationSessionModel current = manager.getCurrentRootAuthenticationSession(realm);
        if (current != null) {
            return current;
        }
        Optional<String> signedIn = BrowserSession.of(session, realm).map(UserSessionModel::getId);
        if (signedIn.isEmpty()) {
            return manager.createAuthenticationSession(realm, true);
        }
        RootAuthenticationSessionModel known =
                session.authenticationSessions().getRootAuthenticationSession(realm, signedIn.get());
        RootAuthenticationSessionModel root = known == null
                ? session.authenticationSessions().createRootAuthenticationSession(realm, signedIn.get())
                : known;
        manager.setAuthSessionCookie(root.getId());
        manager.setAuthSessionIdHashCookie(root.getId());
        return root;
    }
}
