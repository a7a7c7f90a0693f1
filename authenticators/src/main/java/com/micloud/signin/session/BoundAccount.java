package com.micloud.signin.session;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The account a sign-in was let into and how, as the guard wrote it down; tokens are made from nothing else.
 *
 * <p>All sign-ins of one browser to one application share a client session, and the later one overwrites its notes. So
 * the binding is written twice: as the latest, and under a key that the code of this very sign-in carries (its PKCE
 * challenge or its nonce), so that two tabs get each its own account whatever the order in which their codes are
 * exchanged.
 *
 * @param accountId the Organization's id
 * @param method how it was opened
 */
public record BoundAccount(String accountId, Method method) {

    private static final String LATEST = "micloud.bound";
    private static final String KEYED = "micloud.bound.";
    private static final String CODE_CHALLENGE = "code_challenge";
    private static final String NONCE = "nonce";

    /** Writes the binding into the client notes of a sign-in, from where Keycloak copies it to the client session. */
    public void bind(AuthenticationSessionModel notes) {
        notes.setClientNote(LATEST, text());
        notes.setUserSessionNote(LATEST, text());
        for (String key : new String[] {CODE_CHALLENGE, NONCE}) {
            String value = notes.getClientNote(key);
            if (value != null) {
                notes.setClientNote(keyed(value), text());
            }
        }
    }

    static void release(AuthenticationSessionModel notes) {
        notes.getClientNotes().keySet().stream()
                .filter(note -> note.equals(LATEST) || note.startsWith(KEYED))
                .toList()
                .forEach(notes::removeClientNote);
    }

    /** The account of the latest sign-in of a client session or of a user session, by its notes. */
    public static Optional<BoundAccount> latest(Map<String, String> sessionNotes) {
        return Optional.ofNullable(sessionNotes.get(LATEST)).flatMap(BoundAccount::of);
    }

    /** The account this application was in last within the browser's session. */
    public static Optional<BoundAccount> lastOf(UserSessionModel session, ClientModel client) {
        return Optional.ofNullable(session.getAuthenticatedClientSessionByClient(client.getId()))
                .flatMap(clientSession -> latest(clientSession.getNotes()));
    }

    /** The account of the sign-in that had this nonce or code challenge. */
    public static Optional<BoundAccount> of(Map<String, String> clientSessionNotes, String nonceOrChallenge) {
        return Optional.ofNullable(clientSessionNotes.get(keyed(nonceOrChallenge)))
                .flatMap(BoundAccount::of);
    }

    /** One line that {@link #of(String)} reads back. */
    public String text() {
        return accountId + " " + method.word();
    }

    /** The binding behind {@link #text()}; empty for any other text. */
    public static Optional<BoundAccount> of(String text) {
        int blank = text.indexOf(' ');
        return blank <= 0
                ? Optional.empty()
                : Method.of(text.substring(blank + 1))
                        .map(method -> new BoundAccount(text.substring(0, blank), method));
    }

    private static String keyed(String value) {
        return KEYED
                + HashUtils.sha256UrlEncodedHash(value, StandardCharsets.UTF_8).substring(0, 16);
    }
}
