package com.micloud.signin.password.forgotten;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.net.URI;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.actiontoken.resetcred.ResetCredentialsActionToken;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.Urls;
import org.keycloak.sessions.AuthenticationSessionCompoundId;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The origin of a request for a reset mail, without objects of the request. The mail is written after the request.
 *
 * @param realmId the realm
 * @param baseUri the portal's address as the browser knows it
 * @param clientId the application
 * @param tabId the sign-in among those of the browser
 * @param clientData what Keycloak hands from page to page
 * @param signIn what only the browser in which this was asked can show again
 * @param address the client's network address
 * @param language the language of the page
 */
record ResetOrigin(
        String realmId,
        URI baseUri,
        String clientId,
        String tabId,
        String clientData,
        String signIn,
        String address,
        String language) {

    public static ResetOrigin of(AuthenticationFlowContext context) {
        KeycloakSession session = context.getSession();
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        return new ResetOrigin(
                context.getRealm().getId(),
                session.getContext().getUri().getBaseUri(),
                signIn.getClient().getClientId(),
                signIn.getTabId(),
                Optional.ofNullable(AuthenticationProcessor.getClientData(session, signIn))
                        .orElse(""),
                AuthenticationSessionCompoundId.fromAuthSession(signIn).getEncodedId(),
                Optional.ofNullable(context.getConnection().getRemoteHost()).orElse(""),
                session.getContext().resolveLocale(null).toLanguageTag());
    }

    /** The life of links in this realm's reset mails, in seconds. */
    public static int linkLifespan(RealmModel realm) {
        return realm.getActionTokenGeneratedByUserLifespan(ResetCredentialsActionToken.TOKEN_TYPE);
    }

    /** The link of that mail: from another browser it leads to a page of its own, from this one back into the sign-in. */
    public String link(KeycloakSession session, UserModel user, MailedReset reset) {
        RealmModel realm = session.getContext().getRealm();
        ResetToken token = new ResetToken(
                reset,
                user.getEmail(),
                MILLISECONDS.toSeconds(Time.currentTimeMillis()) + linkLifespan(realm),
                signIn,
                clientId);
        String issuer = Urls.realmIssuer(baseUri, realm.getName());
        token.issuedNow().id(reset.mail()).issuer(issuer).audience(issuer);
        return Urls.actionTokenBuilder(baseUri, session.tokens().encode(token), clientId, tabId, clientData)
                .build(realm.getName())
                .toString();
    }
}
