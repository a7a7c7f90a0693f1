package com.micloud.signin.demo.server;

/** A port that is needed belongs to somebody else. */
public final class PortInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PortInUseException(int port, String purpose, Throwable cause) {
        super("Port " + port + " (" + purpose + ") is in use.", cause);
    }
}
