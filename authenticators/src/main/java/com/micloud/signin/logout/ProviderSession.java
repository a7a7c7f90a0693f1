package com.micloud.signin.logout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.JsonSerialization;

/**
 * The facts of a provider's own session that are needed to end it there. The browser session keeps them for each
 * provider. Keycloak keeps them for the last provider only.
 *
 * @param alias the provider
 * @param idToken its ID token; empty for a SAML provider, and where log-out is set up to do without
 * @param nameId its NameID as Keycloak writes it; empty for an OpenID Connect provider
 * @param sessionIndex what it calls the session; empty for an OpenID Connect provider, and where it does not say
 */
public record ProviderSession(
        @JsonProperty("alias") String alias,
        @JsonProperty("idToken") String idToken,
        @JsonProperty("nameId") String nameId,
        @JsonProperty("sessionIndex") String sessionIndex) {

    private static final Logger LOG = Logger.getLogger(ProviderSession.class);

    private static final String NOTE = "micloud.providerSession.";

    public static ProviderSession ofOidc(String alias, String idToken) {
        return new ProviderSession(alias, idToken, "", "");
    }

    public static ProviderSession ofSaml(String alias, String nameId, String sessionIndex) {
        return new ProviderSession(alias, "", nameId, sessionIndex);
    }

    /** Hands it to the browser session that this sign-in opens or joins. */
    public void write(AuthenticationSessionModel signIn) {
        try {
            signIn.setUserSessionNote(NOTE + alias, JsonSerialization.writeValueAsString(this));
        } catch (IOException e) {
            throw new IllegalStateException("Texts always become JSON.", e);
        }
    }

    /** Those that a browser session knows of, by alias. */
    static List<ProviderSession> in(UserSessionModel session) {
        return session.getNotes().entrySet().stream()
                .filter(note -> note.getKey().startsWith(NOTE))
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .flatMap(note -> read(note.getValue()).stream())
                .toList();
    }

    private static List<ProviderSession> read(String note) {
        try {
            return List.of(JsonSerialization.readValue(note, ProviderSession.class));
        } catch (IOException e) {
            LOG.debug("A note about a provider's session cannot be read.", e);
            return List.of();
        }
    }
}
