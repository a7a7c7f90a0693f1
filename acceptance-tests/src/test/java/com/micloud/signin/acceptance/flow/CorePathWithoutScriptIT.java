package com.micloud.signin.acceptance.flow;

import com.micloud.signin.acceptance.harness.InWholeRuns;
import com.micloud.signin.acceptance.harness.real.RealBrowser;
import org.junit.jupiter.api.DisplayName;

@InWholeRuns("the core path in a browser without JavaScript")
@DisplayName("The core path without JavaScript")
final class CorePathWithoutScriptIT extends CorePath {
    CorePathWithoutScriptIT() {
        super(RealBrowser::tabWithoutScript);
    }
}
