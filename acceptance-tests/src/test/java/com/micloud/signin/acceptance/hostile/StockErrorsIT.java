package com.micloud.signin.acceptance.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.LeftOut;
import com.micloud.signin.acceptance.harness.portal.Portal;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@AcceptanceTest
@DisplayName("What Keycloak itself answers with 500")
final class StockErrorsIT {
    private static final String MARK = Mark.of(1);

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("is still answered with 500, in words that give nothing away")
    void stock(StockError error, Portal portal) throws IOException {
        try (var scene = new Scene(portal)) {
            var answer = answer(error, scene, portal.server().getPort());
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.text()).doesNotContain("Exception", "\tat ", MARK);
        }
    }

    @Test
    @DisplayName("is answered with 400 by the proxy, and what is in order goes through")
    void proxy(Portal portal) throws IOException {
        var program = Nginx.program();
        if (program.isEmpty()) {
            LeftOut.because("the proxy", "no nginx on this machine");
            return;
        }
        try (var scene = new Scene(portal);
                var nginx = Nginx.inFrontOf(portal, program.get())) {
            for (var error : StockError.values()) {
                assertThat(answer(error, scene, nginx.port()).status())
                        .as(error.name())
                        .isEqualTo(400);
            }
        }
    }

    private static WireAnswer answer(StockError error, Scene scene, int port) throws IOException {
        var live = error.example().target().stage().reach(scene);
        try (var wire = new Wire(port)) {
            return wire.send(error.example().request(scene, live, MARK));
        }
    }
}
