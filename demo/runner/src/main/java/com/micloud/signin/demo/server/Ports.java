package com.micloud.signin.demo.server;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Says in plain words when somebody else holds a port that is needed. */
public final class Ports {
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int ATTEMPTS = 200;

    private Ports() {}

    /**
     * Fails when something listens on the port, on whatever address.
     *
     * @throws PortInUseException naming the port and what it was wanted for
     */
    public static void requireFree(int port, String purpose) {
        try (var socket = new ServerSocket(port)) {
            socket.setReuseAddress(true);
        } catch (IOException e) {
            throw new PortInUseException(port, purpose, e);
        }
    }

    /**
     * Finds a port that nobody listens on at this moment. It is below those that systems give to connections by themselves
     * (from 32768 on Linux, from 49152 by RFC 6335), so that none of these takes it before a server does.
     */
    public static int free() {
        return ThreadLocalRandom.current()
                .ints(ATTEMPTS, LOWEST, HIGHEST)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No free port from " + LOWEST + " to " + HIGHEST));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            // Somebody listens there.
            return false;
        }
    }
}
