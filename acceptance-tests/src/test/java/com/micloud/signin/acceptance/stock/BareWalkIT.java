package com.micloud.signin.acceptance.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.InWholeRuns;
import com.micloud.signin.acceptance.harness.portal.OnBareKeycloak;
import com.micloud.signin.acceptance.harness.portal.Portal;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@AcceptanceTest
@OnBareKeycloak
@InWholeRuns("the walk on a server without the jars")
@DisplayName("A server without the jars")
final class BareWalkIT {

    private static final boolean RECORD = Boolean.getBoolean("micloud.bare.record");

    @Test
    @DisplayName("answers what was recorded of it; with -Dmicloud.bare.record=true it is recorded anew")
    void recorded(Portal portal) throws IOException {
        var walked = StockWalk.through(portal);
        if (RECORD) {
            RecordedWalk.record(walked);
        }
        assertThat(String.join("\n", walked)).isEqualTo(String.join("\n", RecordedWalk.onBareServer()));
    }
}
