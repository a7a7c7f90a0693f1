package com.micloud.signin.acceptance.page;

import com.micloud.signin.acceptance.harness.portal.StockRealm;
import com.micloud.signin.acceptance.harness.portal.StrictPolicy;
import com.micloud.signin.acceptance.harness.real.RealTab;
import com.micloud.signin.acceptance.harness.real.Screens;
import java.util.List;
import org.junit.jupiter.api.DisplayName;

/** Under the strict Content-Security-Policy that the docs name. */
@DisplayName("In a realm with Keycloak's own flows")
final class OtherPagesIT extends OtherPages {
    @Override
    void prepare(StockRealm realm) {
        StrictPolicy.set(realm.admin());
    }

    @Override
    List<String> look(RealTab shown, String name) {
        return Screens.look(shown, name);
    }
}
