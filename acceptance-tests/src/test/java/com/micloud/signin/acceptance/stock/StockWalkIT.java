package com.micloud.signin.acceptance.stock;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Settings;
import com.micloud.signin.acceptance.harness.portal.Portal;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@AcceptanceTest
@DisplayName("A realm without the guard, on a server with the jars")
final class StockWalkIT {

    @Test
    @DisplayName("answers all that the replaced providers take part in as on a server without the jars")
    void same(Portal portal) throws IOException {
        var walked = StockWalk.through(portal);
        // For a look at the difference.
        Files.write(Settings.target().resolve("stock-walk-with-jars.txt"), walked);
        RecordedWalk.assertSameWithJars(walked);
    }
}
