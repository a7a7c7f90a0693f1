package com.micloud.signin.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSession;

@DisplayName("Work that is done later")
final class LaterWorkTest {

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final LaterWork work = new LaterWork("mails", 2);
    private boolean down;

    @Test
    @DisplayName("is refused when too much of it waits, and what waits is done all the same")
    void full() {
        work.add(session(), () -> done.add("first"));
        work.add(session(), () -> done.add("second"));
        assertThatThrownBy(() -> work.add(session(), () -> done.add("third")))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessage("More than 2 wait in mails on this node already.");
        waiting.forEach(Runnable::run);
        assertThat(done).containsExactly("first", "second");
    }

    @Test
    @DisplayName("makes room once it is done")
    void room() {
        for (int time = 0; time < 5; time++) {
            work.add(session(), () -> done.add("again"));
            waiting.remove().run();
        }
        assertThat(done).hasSize(5);
    }

    @Test
    @DisplayName("makes room also where it fails")
    void failing() {
        for (int time = 0; time < 5; time++) {
            work.add(session(), () -> {
                throw new IllegalStateException("no mail server");
            });
            assertThatThrownBy(waiting.remove()::run).isInstanceOf(IllegalStateException.class);
        }
        assertThat(waiting).isEmpty();
    }

    @Test
    @DisplayName("takes no room where the server is going down")
    void down() {
        down = true;
        for (int time = 0; time < 5; time++) {
            assertThatThrownBy(() -> work.add(session(), () -> done.add("never")))
                    .isInstanceOf(RejectedExecutionException.class)
                    .hasMessage("down");
        }
        down = false;
        work.add(session(), () -> done.add("after all"));
        assertThat(waiting).hasSize(1);
    }

    private KeycloakSession session() {
        ExecutorsProvider executors = fake(ExecutorsProvider.class, (proxy, method, arguments) -> executor());
        return fake(KeycloakSession.class, (proxy, method, arguments) -> executors);
    }

    private static <T> T fake(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(LaterWorkTest.class.getClassLoader(), new Class<?>[] {type}, answers));
    }

    private AbstractExecutorService executor() {
        return new AbstractExecutorService() {
            @Override
            public void execute(Runnable command) {
                if (down) {
                    throw new RejectedExecutionException("down");
                }
                waiting.add(command);
            }

            @Override
            public void shutdown() {
                down = true;
            }

            @Override
            public List<Runnable> shutdownNow() {
                return List.of();
            }

            @Override
            public boolean isShutdown() {
                return down;
            }

            @Override
            public boolean isTerminated() {
                return down;
            }

            @Override
            public boolean awaitTermination(long timeout, TimeUnit unit) {
                return down;
            }
        };
    }
}
