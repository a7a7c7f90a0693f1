package com.micloud.signin.session;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.common.util.Time;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The sign-ins of one browser to one application whose codes are not redeemed yet, each with its own account.
 *
 * <p>They all share one client session, and whatever a later one writes there under the same name replaces what an
 * earlier one wrote. So each sign-in has a note of its own, which is removed when its code is redeemed. Where an
 * application sends the same PKCE challenge and nonce for two accounts, or neither, and redeems none of the codes,
 * nothing tells which is which, and neither is redeemed: an account is never guessed.
 */
public final class OpenSignIns {

    private static final String NOTE = "micloud.open.";

    /** How many seconds a note exists longer than its code. Devices and pages of consent take time. */
    private static final long KEPT = 3600;

    /** Seconds a code may be younger than its sign-in: both happen in one request, which may be slow. */
    private static final long SLOWEST_REQUEST = 60;

    private final AuthenticatedClientSessionModel clientSession;

    private OpenSignIns(AuthenticatedClientSessionModel clientSession) {
        this.clientSession = clientSession;
    }

    public static OpenSignIns of(AuthenticatedClientSessionModel clientSession) {
        return new OpenSignIns(clientSession);
    }

    /** Notes a sign-in among the client notes, from where Keycloak copies it to the client session. */
    static void note(AuthenticationSessionModel signIn, Grant grant, RedemptionKey key) {
        signIn.setClientNote(NOTE + signIn.getTabId(), key.text() + " " + grant.text());
    }

    /** The note of this sign-in, written by {@link #note}. */
    static Optional<Grant> noted(AuthenticationSessionModel signIn) {
        String note = NOTE + signIn.getTabId();
        return Optional.ofNullable(signIn.getClientNote(note))
                .flatMap(text -> Entry.of(note, text))
                .map(Entry::grant);
    }

    /** Forgets what {@link #note} noted, for a sign-in that starts over. */
    static void forget(AuthenticationSessionModel signIn) {
        signIn.getClientNotes().keySet().stream()
                .filter(note -> note.startsWith(NOTE))
                .toList()
                .forEach(signIn::removeClientNote);
    }

    /**
     * The grant of the sign-in with one of these keys; empty when there is none, or when several fit and they are not
     * for one account by one method. Of several that are, it is the oldest, which lasts for the shortest.
     *
     * @param since seconds since the epoch; codes of earlier sign-ins have expired, so that those only count where no
     *     later one fits
     */
    public Optional<Grant> find(Set<RedemptionKey> keys, long since) {
        return find(clientSession.getNotes(), keys, since);
    }

    static Optional<Grant> find(Map<String, String> notes, Set<RedemptionKey> keys, long since) {
        List<Entry> fitting =
                entries(notes).filter(entry -> keys.contains(entry.key())).toList();
        List<Entry> fresh =
                fitting.stream().filter(entry -> entry.time() >= since).toList();
        List<Grant> grants = (fresh.isEmpty() ? fitting : fresh)
                .stream()
                        .map(Entry::grant)
                        .sorted(Comparator.comparingLong(Grant::time))
                        .toList();
        return grants.stream().map(Grant::account).distinct().count() == 1
                ? Optional.of(grants.get(0))
                : Optional.empty();
    }

    /**
     * Removes the sign-in with this key and grant, whose code has been redeemed, and those that never will be.
     *
     * @param since as for {@link #find}
     */
    public void close(RedemptionKey key, Grant grant, long since) {
        List<Entry> entries = entries(clientSession.getNotes()).toList();
        entries.stream()
                .filter(entry -> entry.key().equals(key) && entry.grant().equals(grant))
                .findFirst()
                .ifPresent(entry -> clientSession.removeNote(entry.note()));
        clear(since);
    }

    /**
     * Removes the sign-ins whose codes will never be redeemed.
     *
     * @param since as for {@link #find}
     */
    public void clear(long since) {
        entries(clientSession.getNotes())
                .filter(entry -> entry.time() < since - KEPT)
                .forEach(entry -> clientSession.removeNote(entry.note()));
    }

    /** The same for an application that is about to sign in once more within the browser's session. */
    public static void clear(UserSessionModel session, ClientModel client) {
        Optional.ofNullable(session.getAuthenticatedClientSessionByClient(client.getId()))
                .map(OpenSignIns::of)
                .ifPresent(open -> open.clear(open.since()));
    }

    /** When a sign-in must have ended for its code to be good still, in seconds since the epoch. */
    public long since() {
        RealmModel realm = clientSession.getRealm();
        long consent = clientSession.getClient().isConsentRequired() ? realm.getAccessCodeLifespanLogin() : 0;
        return Time.currentTimeMillis() / 1000 - realm.getAccessCodeLifespan() - consent - SLOWEST_REQUEST;
    }

    /** Removes every sign-in with this key: one of its codes was refused, and nothing tells whose it was. */
    public void drop(RedemptionKey key) {
        entries(clientSession.getNotes())
                .filter(entry -> entry.key().equals(key))
                .forEach(entry -> clientSession.removeNote(entry.note()));
    }

    private static Stream<Entry> entries(Map<String, String> notes) {
        return notes.entrySet().stream()
                .filter(note -> note.getKey().startsWith(NOTE))
                .flatMap(note -> Entry.of(note.getKey(), note.getValue()).stream());
    }

    private record Entry(String note, RedemptionKey key, Grant grant) {

        /** Seconds since the epoch. */
        long time() {
            return grant.time() / 1000;
        }

        static Optional<Entry> of(String note, String text) {
            int blank = text.indexOf(' ');
            return Grant.of(text.substring(blank + 1))
                    .map(grant -> new Entry(note, new RedemptionKey(text.substring(0, Math.max(0, blank))), grant));
        }
    }
}
