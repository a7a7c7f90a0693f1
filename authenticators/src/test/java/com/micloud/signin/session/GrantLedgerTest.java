package com.micloud.signin.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.routing.Refusal;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.common.util.Time;
import org.keycloak.models.AuthenticatedClientSessionModel;

@DisplayName("What a client session remembers of its grants")
final class GrantLedgerTest {

    private static final long PAST = Time.currentTimeMillis() / 1000 - 3600;
    private static final long LATER = Time.currentTimeMillis() / 1000 + 3600;

    private static final Grant LEFT = grant("left");
    private static final Grant RIGHT = grant("right");

    private final Map<String, String> notes = new HashMap<>();
    private final AtomicBoolean detached = new AtomicBoolean();
    private final GrantLedger ledger = GrantLedger.of(clientSession());

    @Test
    @DisplayName("is why one has ended, and nothing about the others")
    void ended() {
        ledger.end(LEFT, Refusal.PASSWORD_CHANGED, LATER);
        assertThat(ledger.ended(LEFT)).contains(Refusal.PASSWORD_CHANGED);
        assertThat(ledger.ended(RIGHT)).isEmpty();
    }

    @Test
    @DisplayName("is which refresh token comes next, once there was one")
    void next() {
        assertThat(ledger.isNext(LEFT, "first")).isTrue();
        ledger.noteNext(LEFT, "second", LATER);
        assertThat(ledger.isNext(LEFT, "first")).isFalse();
        assertThat(ledger.isNext(LEFT, "second")).isTrue();
        assertThat(ledger.isNext(RIGHT, "first")).isTrue();
    }

    @Test
    @DisplayName("does not grow for ever: at fifty that have ended the client session itself ends")
    void bounded() {
        IntStream.range(0, 49).forEach(number -> ledger.end(grant("tab" + number), Refusal.PASSWORD_CHANGED, LATER));
        assertThat(detached).isFalse();
        ledger.end(LEFT, Refusal.PASSWORD_CHANGED, LATER);
        assertThat(detached).isTrue();
    }

    @Test
    @DisplayName("goes when the last refresh token of a grant has expired")
    void expired() {
        ledger.noteNext(LEFT, "second", PAST);
        ledger.end(grant("other"), Refusal.PASSWORD_CHANGED, PAST);
        ledger.noteNext(RIGHT, "second", LATER);
        assertThat(notes).containsOnlyKeys("micloud.next.right", "micloud.life.right");
    }

    @Test
    @DisplayName("stays for as long as the longest of a grant's tokens is good, or for ever where one has no end")
    void longest() {
        ledger.noteNext(LEFT, "second", LATER);
        ledger.noteNext(LEFT, "third", PAST);
        ledger.noteNext(RIGHT, "second", GrantLedger.NEVER);
        ledger.noteNext(RIGHT, "third", PAST);
        assertThat(ledger.isNext(LEFT, "second")).isFalse();
        assertThat(ledger.isNext(RIGHT, "second")).isFalse();
    }

    @Test
    @DisplayName("that have ended does not count once their tokens have expired")
    void endedAndExpired() {
        IntStream.range(0, 100).forEach(number -> ledger.end(grant("tab" + number), Refusal.PASSWORD_CHANGED, PAST));
        assertThat(detached).isFalse();
        assertThat(notes).isEmpty();
    }

    @Test
    @DisplayName("is the next token of fifty grants: of more the oldest is ended")
    void oldest() {
        IntStream.rangeClosed(1, 50).forEach(number -> ledger.noteNext(grant("tab" + number, number), "second", LATER));
        assertThat(ledger.ended(grant("tab1"))).isEmpty();
        ledger.noteNext(grant("new", 51), "second", LATER);
        assertThat(ledger.ended(grant("tab1"))).contains(Refusal.SESSION_EXPIRED);
        assertThat(ledger.ended(grant("tab2"))).isEmpty();
        assertThat(ledger.isNext(grant("tab2"), "first")).isFalse();
        assertThat(detached).isFalse();
    }

    @Test
    @DisplayName("of a grant that another version noted has no end")
    void noted() {
        notes.put("micloud.next.left", "second");
        ledger.noteNext(RIGHT, "second", LATER);
        assertThat(ledger.isNext(LEFT, "first")).isFalse();
    }

    private static Grant grant(String id) {
        return grant(id, 1);
    }

    private static Grant grant(String id, long time) {
        return new Grant(id, time, AppVersion.none(), new BoundAccount("org-1", new Method.Password()));
    }

    private AuthenticatedClientSessionModel clientSession() {
        return (AuthenticatedClientSessionModel) Proxy.newProxyInstance(
                GrantLedgerTest.class.getClassLoader(),
                new Class<?>[] {AuthenticatedClientSessionModel.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getNote" -> notes.get(arguments[0]);
                    case "getNotes" -> Map.copyOf(notes);
                    case "setNote" -> notes.put((String) arguments[0], (String) arguments[1]);
                    case "removeNote" -> notes.remove(arguments[0]);
                    case "detachFromUserSession" -> {
                        detached.set(true);
                        yield null;
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
