package com.micloud.signin.demopage;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.saml.SamlProtocol;

/**
 * An application that the page plays: a client of the realm that says what kind it is.
 *
 * @param clientId the client
 * @param name what people call it
 * @param description what it is for; may be blank
 * @param kind its group on the page
 * @param saml whether it speaks SAML; else it speaks OpenID Connect
 * @param longSession whether it asks for tokens that outlive the browser's session
 * @param switches how its switches are set, in words
 */
record Application(
        String clientId,
        String name,
        String description,
        Kind kind,
        boolean saml,
        boolean longSession,
        List<String> switches) {

    Application {
        switches = List.copyOf(switches);
    }

    /** Every application of a realm, by kind and name. */
    static List<Application> allOf(RealmModel realm) {
        return realm.getClientsStream()
                .flatMap(client -> of(client).stream())
                .sorted(Comparator.comparing(Application::kind)
                        .thenComparing(Application::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Application::clientId))
                .toList();
    }

    /** The application behind a client id; empty when the realm has none by that id that can be used. */
    static Optional<Application> find(RealmModel realm, String clientId) {
        return Optional.ofNullable(realm.getClientByClientId(clientId)).flatMap(Application::of);
    }

    private static Optional<Application> of(ClientModel client) {
        boolean saml = SamlProtocol.LOGIN_PROTOCOL.equals(client.getProtocol());
        boolean spoken = saml || OIDCLoginProtocol.LOGIN_PROTOCOL.equals(client.getProtocol());
        return Kind.of(client.getAttribute(Kind.ATTRIBUTE))
                .filter(kind -> spoken && client.isEnabled())
                .map(kind -> new Application(
                        client.getClientId(),
                        textOr(client.getName(), client.getClientId()),
                        textOr(client.getDescription(), ""),
                        kind,
                        saml,
                        !saml && mayStaySignedIn(client),
                        SwitchWords.of(kind, client.getAttributes())));
    }

    private static boolean mayStaySignedIn(ClientModel client) {
        return client.getClientScopes(false).containsKey(OAuth2Constants.OFFLINE_ACCESS)
                || client.getClientScopes(true).containsKey(OAuth2Constants.OFFLINE_ACCESS);
    }

    private static String textOr(String text, String other) {
        return text == null || text.isBlank() ? other : text;
    }
}
