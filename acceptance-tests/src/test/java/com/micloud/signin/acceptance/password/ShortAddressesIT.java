package com.micloud.signin.acceptance.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.LeftOut;
import com.micloud.signin.acceptance.harness.portal.Http;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.hostile.Nginx;
import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@AcceptanceTest
@DisplayName("The addresses about passwords")
final class ShortAddressesIT {
    @ParameterizedTest
    @CsvSource({
        "/changepassword, /realms/micloud/changepassword",
        "/forgotpassword, /realms/micloud/forgotpassword",
        "/forgotpassword?login_hint=a%40b.example, /realms/micloud/forgotpassword?login_hint=a%40b.example",
        "/.well-known/change-password, /realms/micloud/changepassword",
    })
    @DisplayName("are answered by the proxy")
    void byTheProxy(String asked, String answered, Portal portal) {
        var program = Nginx.program();
        if (program.isEmpty()) {
            LeftOut.because("the short addresses about passwords", "no nginx on this machine");
            return;
        }
        try (var nginx = Nginx.inFrontOf(portal, program.get())) {
            var answer = Http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + nginx.port() + asked)));
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location")).contains(answered);
            var there = Http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + nginx.port() + answered)));
            assertThat(there.statusCode()).isEqualTo(303);
            assertThat(there.headers().firstValue("Location").orElseThrow()).contains("/login-actions/");
        }
    }

    @Test
    @DisplayName("are right under the realm, where password managers find that nothing else is there")
    void underTheRealm(Portal portal) {
        for (var path : new String[] {"changepassword", "forgotpassword"}) {
            assertThat(Http.send(HttpRequest.newBuilder(portal.realm(path))).statusCode())
                    .isEqualTo(303);
        }
        assertThat(Http.send(HttpRequest.newBuilder(URI.create(portal.server()
                                + "/.well-known/resource-that-should-not-exist-whose-status-code-should-not-be-200")))
                        .statusCode())
                .isEqualTo(404);
    }
}
