package com.micloud.signin.demo.server;

import java.io.IOException;
import java.net.ServerSocket;

/** Says in plain words when somebody else holds a port that is needed. */
public final class Ports {

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

    /** Finds a port that nobody listens on at this moment. */
    public static int free() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("No free port on this machine", e);
        }
    }
}
