package com.micloud.signin;

import com.micloud.signin.application.AccountSelection;
import com.micloud.signin.application.Application;
import com.micloud.signin.application.ApplicationKind;
import com.micloud.signin.application.Reentry;
import java.util.List;

/** Applications for tests, each different from {@link #web()} in the one thing its name says. */
public final class TestApplications {

    private TestApplications() {}

    public static Application web() {
        return application(true, AccountSelection.BEFORE, true, List.of());
    }

    public static Application withoutSingleSignOn() {
        return application(false, AccountSelection.BEFORE, true, List.of());
    }

    public static Application choosingAfterwards() {
        return application(true, AccountSelection.AFTER, true, List.of());
    }

    public static Application console() {
        return application(true, AccountSelection.BEFORE, false, List.of());
    }

    public static Application misconfigured() {
        return application(true, AccountSelection.BEFORE, true, List.of("micloud.sso"));
    }

    private static Application application(
            boolean singleSignOn, AccountSelection selection, boolean accountRequired, List<String> mistakes) {
        return new Application(
                "test",
                "",
                ApplicationKind.WEB,
                singleSignOn,
                selection,
                Reentry.USERNAME,
                true,
                false,
                accountRequired,
                mistakes);
    }
}
