package com.micloud.signin.acceptance.harness.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** An address whose queue is full: whoever connects to it waits for an answer that does not come. */
public final class DeafServer implements AutoCloseable {
    /** More than the shortest queue that a system allows. */
    private static final int CALLERS = 16;

    private final ServerSocket socket;
    private final List<SocketChannel> callers = new ArrayList<>();

    /** Listens, and never takes a call. */
    public DeafServer() {
        try {
            socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            for (var i = 0; i < CALLERS; i++) {
                var caller = SocketChannel.open();
                caller.configureBlocking(false);
                caller.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort()));
                callers.add(caller);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its address. */
    public String address() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    @Override
    public void close() {
        try {
            for (var caller : callers) {
                caller.close();
            }
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
