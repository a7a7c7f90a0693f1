package com.micloud.signin.acceptance.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.LeftOut;
import com.micloud.signin.acceptance.harness.Settings;
import com.micloud.signin.acceptance.harness.portal.OnBareKeycloak;
import com.micloud.signin.acceptance.harness.portal.Portal;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Costs a server of its own, so only a whole run has it. */
@AcceptanceTest
@OnBareKeycloak
@DisplayName("A server without the jars")
final class BareWalkIT {

    private static final boolean RECORD = Boolean.getBoolean("micloud.bare.record");

    @BeforeAll
    static void onlyInWholeRuns() {
        if (!Settings.whole() && !RECORD) {
            LeftOut.because("the walk on a server without the jars", "-Dmicloud.whole=true is not set");
        }
        assumeTrue(Settings.whole() || RECORD);
    }

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
