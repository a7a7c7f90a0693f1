package com.micloud.signin.demopage;

import java.util.Objects;
import java.util.Optional;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;

/**
 * How a sign-in stands in the portal, which a real application would not know: the page runs inside the server.
 *
 * @param alive whether the session still exists
 * @param how by what means the user proved who they are; empty when that is not known
 */
record Standing(boolean alive, String how) {

    private static final String PASSWORD = "password";
    private static final String PROVIDER = "provider:";
    private static final String BOUND_NOTE = "micloud.bound";
    private static final String PROVIDER_NOTE = "identity_provider";

    static Standing of(KeycloakSession session, SignedIn signedIn) {
        if (signedIn instanceof SignedIn.Oidc oidc) {
            Claims claims = Claims.of(oidc.idToken());
            return of(
                    session,
                    oidc.clientId(),
                    claims.text("sid").orElse(""),
                    claims.text("micloud_account", "id").orElse(""),
                    claims.text("micloud_method"));
        }
        SignedIn.Saml saml = (SignedIn.Saml) signedIn;
        return of(
                session,
                saml.clientId(),
                saml.sessionIndex().split("::", 2)[0],
                String.join("", saml.attribute("micloud_account_id")),
                Optional.empty());
    }

    private static Standing of(
            KeycloakSession session, String clientId, String sessionId, String accountId, Optional<String> claimed) {
        RealmModel realm = session.getContext().getRealm();
        ClientModel client = realm.getClientByClientId(clientId);
        Optional<UserSessionModel> portal = Optional.ofNullable(
                        session.sessions().getUserSession(realm, sessionId))
                .or(() -> Optional.ofNullable(session.sessions().getOfflineUserSession(realm, sessionId)));
        Optional<AuthenticatedClientSessionModel> application =
                portal.map(found -> found.getAuthenticatedClientSessionByClient(client.getId()));
        String word = claimed.or(() -> application.flatMap(found -> bound(found.getNote(BOUND_NOTE), accountId)))
                .or(() -> portal.map(found -> Objects.toString(found.getNote(PROVIDER_NOTE), ""))
                        .map(alias -> alias.isEmpty() ? PASSWORD : PROVIDER + alias))
                .orElse("");
        return new Standing(application.isPresent(), words(session, word));
    }

    /** The method that was noted for this account; a note about another account says nothing about this one. */
    static Optional<String> bound(String note, String accountId) {
        return Optional.ofNullable(note)
                .filter(text -> !accountId.isEmpty() && text.startsWith(accountId + " "))
                .map(text -> text.substring(accountId.length() + 1));
    }

    private static String words(KeycloakSession session, String word) {
        if (word.equals(PASSWORD)) {
            return "with the MiCloud password";
        }
        if (!word.startsWith(PROVIDER)) {
            return word;
        }
        String alias = word.substring(PROVIDER.length());
        IdentityProviderModel provider = session.identityProviders().getByAlias(alias);
        String name = provider == null ? null : provider.getDisplayName();
        return name == null || name.isBlank()
                ? "by single sign-on through " + alias
                : "by single sign-on through " + name + " (" + alias + ")";
    }
}
