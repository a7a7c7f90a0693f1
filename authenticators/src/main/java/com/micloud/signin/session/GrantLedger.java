package com.micloud.signin.session;

import com.micloud.signin.routing.Refusal;
import java.util.Optional;
import org.keycloak.models.AuthenticatedClientSessionModel;

/**
 * What a client session remembers of the grants in it: which have ended and why, so that a refused refresh stays refused,
 * and which refresh token is the next, for applications whose tokens are good for one use.
 */
public final class GrantLedger {

    private static final String ENDED = "micloud.ended.";
    private static final String NEXT = "micloud.next.";

    /** A client session in which this many grants have ended is ended as a whole: it must not grow for ever. */
    private static final int MOST_ENDED = 50;

    private final AuthenticatedClientSessionModel clientSession;

    private GrantLedger(AuthenticatedClientSessionModel clientSession) {
        this.clientSession = clientSession;
    }

    public static GrantLedger of(AuthenticatedClientSessionModel clientSession) {
        return new GrantLedger(clientSession);
    }

    /** Why the grant has ended; empty while it has not. */
    public Optional<Refusal> ended(Grant grant) {
        return Optional.ofNullable(clientSession.getNote(ENDED + grant.id())).flatMap(Refusal::ofReason);
    }

    /** Ends the grant, and no other of the same client session. */
    public void end(Grant grant, Refusal why) {
        clientSession.removeNote(NEXT + grant.id());
        clientSession.setNote(ENDED + grant.id(), why.reason());
        long ended = clientSession.getNotes().keySet().stream()
                .filter(note -> note.startsWith(ENDED))
                .count();
        if (ended >= MOST_ENDED) {
            clientSession.detachFromUserSession();
        }
    }

    /** Whether this refresh token is the one that is good for the next refresh; the first one always is. */
    public boolean isNext(Grant grant, String tokenId) {
        String next = clientSession.getNote(NEXT + grant.id());
        return next == null || next.equals(tokenId);
    }

    /** Notes the refresh token that is good for the next refresh. */
    public void noteNext(Grant grant, String tokenId) {
        clientSession.setNote(NEXT + grant.id(), tokenId);
    }
}
