package com.micloud.signin.demo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A port")
class PortsTest {

    @Test
    void isNamedWhenSomebodyElseHoldsItOnAnyAddress() throws IOException {
        try (var holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = holder.getLocalPort();
            assertThatThrownBy(() -> Ports.requireFree(port, "mail page"))
                    .isInstanceOf(PortInUseException.class)
                    .hasMessage("Port " + port + " (mail page) is in use.");
        }
    }

    @Test
    void isFreeOnceItsHolderHasGone() throws IOException {
        int port;
        try (var holder = new ServerSocket(0)) {
            port = holder.getLocalPort();
        }
        assertThatCode(() -> Ports.requireFree(port, "mail page")).doesNotThrowAnyException();
    }

    @Test
    void isFoundBelowThoseThatConnectionsGetByThemselves() {
        assertThat(IntStream.range(0, 100).map(time -> Ports.free()))
                .allSatisfy(port -> assertThat(port).isBetween(20_000, 32_000));
    }
}
