package com.micloud.signin.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.apache.http.HttpHost;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.conn.HttpHostConnectException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The word for why a provider's answer could not be used")
final class ProviderFailureTest {

    static Stream<Arguments> problems() {
        HttpHost host = new HttpHost("idp.example");
        return Stream.of(
                Arguments.of(new UnknownHostException("idp.example"), "host_unknown"),
                Arguments.of(new ConnectTimeoutException(), "timed_out"),
                Arguments.of(new SocketTimeoutException(), "timed_out"),
                Arguments.of(
                        new HttpHostConnectException(new ConnectException(), host, new InetAddress[0]),
                        "connection_refused"),
                Arguments.of(new SSLHandshakeException("unable to find valid certification path"), "tls_failed"));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("problems")
    @DisplayName("tells connections that fail apart, also where another exception holds the cause")
    void connection(IOException problem, String word) {
        assertThat(ProviderFailure.ofConnection("userinfo", problem)).contains("userinfo_" + word);
        assertThat(ProviderFailure.ofConnection("userinfo", new IllegalStateException(problem)))
                .contains("userinfo_" + word);
    }

    @Test
    @DisplayName("is another one where it was not the connection")
    void noConnection() {
        assertThat(ProviderFailure.ofConnection("userinfo", new IOException())).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "401, invalid_client, token_endpoint_invalid_client",
        "400, invalid_grant, token_endpoint_invalid_grant",
        "400, ann@acme.example, token_endpoint_status_400",
        "503, '', token_endpoint_status_503"
    })
    @DisplayName("says what the token endpoint answered, in words that the standard knows")
    void tokens(int status, String error, String word) {
        assertThat(ProviderFailure.ofTokens(status, error)).isEqualTo(word);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"server_error, answered_server_error", "<b>boo</b>, answered_error"})
    @DisplayName("says what the provider sent the browser back with, in words that the standard knows")
    void answered(String error, String word) {
        assertThat(ProviderFailure.answered(error)).isEqualTo(word);
    }
}
