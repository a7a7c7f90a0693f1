package com.micloud.signin.keycloak;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Work that an executor of Keycloak does after the request. Keycloak's executors have queues without a limit. So this
 * class lets only a limited number wait on a node, and refuses more.
 */
public final class LaterWork {

    private static final int MOST = 1000;

    private final String executor;
    private final int most;
    private final Semaphore room;

    /** Work of Keycloak's executor of that name. */
    public LaterWork(String executor) {
        this(executor, MOST);
    }

    LaterWork(String executor, int most) {
        this.executor = executor;
        this.most = most;
        this.room = new Semaphore(most);
    }

    /**
     * Has it done as soon as a thread is free; returns at once.
     *
     * @throws RejectedExecutionException when too much waits already, or the server is going down
     */
    public void add(KeycloakSession session, Runnable work) {
        if (!room.tryAcquire()) {
            throw new RejectedExecutionException(
                    "More than " + most + " wait in " + executor + " on this node already.");
        }
        try {
            session.getProvider(ExecutorsProvider.class).getExecutor(executor).execute(() -> run(work));
        } catch (RuntimeException e) {
            room.release();
            throw e;
        }
    }

    private void run(Runnable work) {
        try {
            work.run();
        } finally {
            room.release();
        }
    }
}
