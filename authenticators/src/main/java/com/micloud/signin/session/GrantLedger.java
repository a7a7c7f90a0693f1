package com.micloud.signin.session;

import com.micloud.signin.routing.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.AuthenticatedClientSessionModel;

/**
 * The notes of a client session about its grants: which have ended and why, so that a refused refresh stays refused;
 * and which refresh token is the next, for applications with tokens for one use. The notes of a grant are removed after
 * its last refresh token has expired.
 */
public final class GrantLedger {

    /** The end of a token that has none. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final String ENDED = "micloud.ended.";
    private static final String NEXT = "micloud.next.";
    private static final String LIFE = "micloud.life.";

    /** A client session in which this many grants have ended is ended as a whole: it must not grow for ever. */
    private static final int MOST_ENDED = 50;

    /** Of more grants than this with tokens for one use the oldest is ended, whose tokens may have no end. */
    private static final int MOST_GOING_ON = 50;

    /** Seconds for which an expired token is remembered still: the clocks of nodes differ. */
    private static final long SKEW = 60;

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

    /**
     * Ends the grant, and no other of the same client session.
     *
     * @param end when the last of its refresh tokens expires that the caller knows of, in seconds since the epoch
     */
    public void end(Grant grant, Refusal why, long end) {
        noteLife(grant, end);
        end(grant.id(), why);
    }

    private void end(String id, Refusal why) {
        clientSession.removeNote(NEXT + id);
        clientSession.setNote(ENDED + id, why.reason());
        clearExpired();
        if (ids(ENDED).size() >= MOST_ENDED) {
            clientSession.detachFromUserSession();
        }
    }

    /** Whether this refresh token is the one that the next refresh must use. The first one always is. */
    public boolean isNext(Grant grant, String tokenId) {
        String next = clientSession.getNote(NEXT + grant.id());
        return next == null || next.equals(tokenId);
    }

    /**
     * Notes the refresh token that the next refresh must use.
     *
     * @param end when the last of the grant's refresh tokens expires that the caller knows of, in seconds since the epoch
     */
    public void noteNext(Grant grant, String tokenId, long end) {
        noteLife(grant, end);
        clientSession.setNote(NEXT + grant.id(), tokenId);
        clearExpired();
        List<String> goingOn = ids(NEXT);
        if (goingOn.size() > MOST_GOING_ON) {
            goingOn.stream()
                    .min(Comparator.comparingLong(id -> life(id).begin()))
                    .ifPresent(oldest -> end(oldest, Refusal.SESSION_EXPIRED));
        }
    }

    /** The later of two ends. */
    public static long later(long end, long other) {
        return Math.max(end, other);
    }

    private void noteLife(Grant grant, long end) {
        String id = grant.id();
        long known = clientSession.getNote(LIFE + id) == null ? end : life(id).end();
        clientSession.setNote(LIFE + id, new Life(grant.time(), later(known, end)).text());
    }

    /** Without a note of it, as another version left it, a grant is the oldest and has no end. */
    private Life life(String id) {
        return Optional.ofNullable(clientSession.getNote(LIFE + id))
                .flatMap(Life::of)
                .orElse(new Life(0, NEVER));
    }

    private void clearExpired() {
        long now = Time.currentTimeMillis() / 1000;
        ids(LIFE).stream().filter(id -> life(id).isOver(now)).forEach(id -> {
            clientSession.removeNote(NEXT + id);
            clientSession.removeNote(ENDED + id);
            clientSession.removeNote(LIFE + id);
        });
    }

    private List<String> ids(String kind) {
        return clientSession.getNotes().keySet().stream()
                .filter(note -> note.startsWith(kind))
                .map(note -> note.substring(kind.length()))
                .toList();
    }

    /**
     * For how long a grant must be remembered.
     *
     * @param begin milliseconds since the epoch
     * @param end seconds since the epoch
     */
    private record Life(long begin, long end) {

        boolean isOver(long now) {
            return end < now - SKEW;
        }

        String text() {
            return begin + " " + end;
        }

        static Optional<Life> of(String text) {
            return text.matches("[0-9]{1,19} [0-9]{1,19}")
                    ? Optional.of(new Life(
                            Long.parseLong(text.substring(0, text.indexOf(' '))),
                            Long.parseLong(text.substring(text.indexOf(' ') + 1))))
                    : Optional.empty();
        }
    }
}
