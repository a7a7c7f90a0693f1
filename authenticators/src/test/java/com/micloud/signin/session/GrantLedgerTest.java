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
import org.keycloak.models.AuthenticatedClientSessionModel;

@DisplayName("What a client session remembers of its grants")
final class GrantLedgerTest {

    private static final Grant LEFT = grant("left");
    private static final Grant RIGHT = grant("right");

    private final Map<String, String> notes = new HashMap<>();
    private final AtomicBoolean detached = new AtomicBoolean();
    private final GrantLedger ledger = GrantLedger.of(clientSession());

    @Test
    @DisplayName("is why one has ended, and nothing about the others")
    void ended() {
        ledger.end(LEFT, Refusal.PASSWORD_CHANGED);
        assertThat(ledger.ended(LEFT)).contains(Refusal.PASSWORD_CHANGED);
        assertThat(ledger.ended(RIGHT)).isEmpty();
    }

    @Test
    @DisplayName("is which refresh token comes next, once there was one")
    void next() {
        assertThat(ledger.isNext(LEFT, "first")).isTrue();
        ledger.noteNext(LEFT, "second");
        assertThat(ledger.isNext(LEFT, "first")).isFalse();
        assertThat(ledger.isNext(LEFT, "second")).isTrue();
        assertThat(ledger.isNext(RIGHT, "first")).isTrue();
    }

    @Test
    @DisplayName("does not grow for ever: at fifty that have ended the client session itself ends")
    void bounded() {
        IntStream.range(0, 49).forEach(number -> ledger.end(grant("tab" + number), Refusal.PASSWORD_CHANGED));
        assertThat(detached).isFalse();
        ledger.end(LEFT, Refusal.PASSWORD_CHANGED);
        assertThat(detached).isTrue();
    }

    private static Grant grant(String id) {
        return new Grant(id, 1, AppVersion.none(), new BoundAccount("org-1", new Method.Password()));
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
