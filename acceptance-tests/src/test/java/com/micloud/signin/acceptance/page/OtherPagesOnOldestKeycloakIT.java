package com.micloud.signin.acceptance.page;

import com.micloud.signin.acceptance.harness.InWholeRuns;
import com.micloud.signin.acceptance.harness.portal.OnOldestKeycloak;
import com.micloud.signin.acceptance.harness.portal.StockRealm;
import com.micloud.signin.acceptance.harness.real.RealTab;
import com.micloud.signin.acceptance.harness.real.Screens;
import java.util.List;
import org.junit.jupiter.api.DisplayName;

/** Every look of these pages is judged on the newer server; what may differ here is what is drawn at all. */
@OnOldestKeycloak
@InWholeRuns("the theme on the oldest Keycloak that it is for")
@DisplayName("With the theme alone on the oldest Keycloak that it is for")
final class OtherPagesOnOldestKeycloakIT extends OtherPages {
    @Override
    void prepare(StockRealm realm) {
        // The strict policy names a hash that is the same everywhere on newer servers only.
    }

    @Override
    List<String> look(RealTab shown, String name) {
        return Screens.rulesBroken(shown);
    }
}
