package com.micloud.signin.acceptance.hostile;

import com.micloud.signin.acceptance.hostile.WireRequest.Header;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A connection that is kept open and on which a client says exactly what a test wants. */
final class Wire implements AutoCloseable {
    /** Longer than any answer takes, on however busy a machine: what takes longer hangs. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final InetSocketAddress server;
    private Socket socket = new Socket();
    private InputStream input = InputStream.nullInputStream();

    Wire(int port) {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /**
     * Sends and waits for the answer.
     *
     * @throws IOException when there is none, or none that is HTTP
     */
    WireAnswer send(WireRequest request) throws IOException {
        var reused = socket.isConnected();
        try {
            return exchange(request);
        } catch (IOException e) {
            close();
            if (!reused) {
                throw e;
            }
            // The server may have closed an idle connection just now, as HTTP lets it.
            return exchange(request);
        }
    }

    private WireAnswer exchange(WireRequest request) throws IOException {
        if (!socket.isConnected()) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.connect(server);
            input = new BufferedInputStream(socket.getInputStream());
        }
        write(Bytes.of(request.onTheWire()));
        var answer = read(request.method());
        if (answer.header("Connection").orElse("").equalsIgnoreCase("close")) {
            close();
        }
        return answer;
    }

    private void write(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            // A server that has read enough answers and closes: what it said is still there to be read.
            return;
        }
    }

    private WireAnswer read(String method) throws IOException {
        var status = 100;
        List<Header> headers = List.of();
        while (status / 100 == 1) {
            status = status(line());
            headers = headers();
        }
        var head = new WireAnswer(status, headers, "");
        if (method.equals("HEAD") || status == 204 || status == 304) {
            return head;
        }
        var length = head.header("Content-Length");
        if (length.isPresent()) {
            return new WireAnswer(status, headers, Bytes.from(exactly(Integer.parseInt(length.get()))));
        }
        if (head.header("Transfer-Encoding").isPresent()) {
            return new WireAnswer(status, headers, chunks());
        }
        var rest = Bytes.from(input.readAllBytes());
        close();
        return new WireAnswer(status, headers, rest);
    }

    private static int status(String line) throws IOException {
        if (!line.matches("HTTP/1\\.[01] [1-5]\\d\\d( .*)?")) {
            throw new IOException("No HTTP: " + Bytes.shown(line));
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private List<Header> headers() throws IOException {
        var headers = new ArrayList<Header>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            headers.add(
                    colon < 0
                            ? new Header(line, "")
                            : new Header(
                                    line.substring(0, colon),
                                    line.substring(colon + 1).strip()));
        }
        return headers;
    }

    private String chunks() throws IOException {
        var body = new StringBuilder();
        for (var size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.append(Bytes.from(exactly(size)));
            line();
        }
        headers();
        return body.toString();
    }

    private byte[] exactly(int length) throws IOException {
        var bytes = input.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The answer ended after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var b = input.read(); b != '\n'; b = input.read()) {
            if (b < 0) {
                throw new EOFException("The connection ended before the answer did");
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return Bytes.from(line.toByteArray());
    }

    @Override
    public void close() throws IOException {
        socket.close();
        socket = new Socket();
    }
}
