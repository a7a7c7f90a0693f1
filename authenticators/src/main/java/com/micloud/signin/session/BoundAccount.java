package com.micloud.signin.session;

import java.util.Map;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The account that a sign-in may enter, and the proof for it, as the guard wrote them. Tokens are made only from this.
 *
 * <p>It is written twice: as the latest of the application and of the browser, for whoever comes back without a page,
 * and as part of the {@link Grant}, so that two tabs get each its own account whatever the order in which their codes
 * are redeemed.
 *
 * @param accountId the Organization's id
 * @param method how it was opened
 */
public record BoundAccount(String accountId, Method method) {

    private static final String LATEST = "micloud.bound";

    /**
     * Notes the account as the latest of the application and of the browser, for Keycloak's own mappers as well: they would
     * name any organization of the user, or none.
     */
    void noteLatest(AuthenticationSessionModel signIn) {
        signIn.setClientNote(LATEST, text());
        signIn.setClientNote(OrganizationModel.ORGANIZATION_ATTRIBUTE, accountId);
        signIn.setUserSessionNote(LATEST, text());
    }

    /** Takes the binding back. */
    public static void release(AuthenticationSessionModel signIn) {
        signIn.removeClientNote(LATEST);
        signIn.removeClientNote(OrganizationModel.ORGANIZATION_ATTRIBUTE);
        OpenSignIns.forget(signIn);
    }

    /** The account of this very sign-in, as long as it lasts. */
    public static Optional<BoundAccount> of(AuthenticationSessionModel signIn) {
        return latest(signIn.getClientNotes());
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
}
