package com.micloud.signin.acceptance.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.routing.Cast;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@AcceptanceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Coming back")
final class ReturningIT {
    static List<ReturningRow> rows() {
        return ReturningRow.all();
    }

    /** Who comes back is the same for many rows; the browser and the application are new in each. */
    private final Map<List<String>, Cast> casts = new HashMap<>();

    @AfterAll
    void leave() {
        casts.values().forEach(Cast::close);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    @DisplayName("is as the table in docs/sessions.md says")
    void row(ReturningRow row, Portal portal) {
        var letters = row.browser().inAnotherAccount()
                ? List.of(Return.letter(row.policy()), row.browser().account())
                : List.of(Return.letter(row.policy()));
        var coming = new Return(portal, casts.computeIfAbsent(letters, wanted -> new Cast(portal, wanted)), row);
        var silently = coming.silently(coming.prepare(PlainTab.fresh()));
        var asked = coming.asked(coming.prepare(PlainTab.fresh()));
        assertThat(List.of(asked, silently)).containsExactly(row.asked(), row.silently());
    }
}
