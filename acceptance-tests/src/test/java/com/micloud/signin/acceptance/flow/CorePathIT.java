package com.micloud.signin.acceptance.flow;

import com.micloud.signin.acceptance.harness.real.RealBrowser;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The core path")
final class CorePathIT extends CorePath {
    CorePathIT() {
        super(RealBrowser::tab);
    }
}
