package com.micloud.signin.acceptance.flow;

import com.micloud.signin.acceptance.harness.InWholeRuns;
import com.micloud.signin.acceptance.harness.portal.OnPostgres;
import com.micloud.signin.acceptance.harness.real.RealBrowser;
import org.junit.jupiter.api.DisplayName;

@InWholeRuns("the core path on PostgreSQL")
@DisplayName("The core path on PostgreSQL")
@OnPostgres
final class CorePathOnPostgresIT extends CorePath {
    CorePathOnPostgresIT() {
        super(RealBrowser::tab);
    }
}
