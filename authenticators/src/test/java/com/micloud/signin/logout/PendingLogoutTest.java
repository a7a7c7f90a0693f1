package com.micloud.signin.logout;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.logout.PendingLogout.Back;
import com.micloud.signin.logout.PendingLogout.State;
import com.micloud.signin.logout.PendingLogout.Stay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A log-out")
final class PendingLogoutTest {

    private static final Back ANSWER = new Back("https://crm.example/slo", "PHNhbWw+", "relay");

    @ParameterizedTest(name = "providers {0}, back {1}: page {2}, over {3}")
    @CsvSource({
        "'', none, false, true",
        "'', link, false, true",
        "open, none, true, false",
        "open, link, true, false",
        "open, answer, true, false",
        "ended, none, true, true",
        "ended, link, false, true",
        "ended, answer, false, true",
        "failed, none, true, false",
        "failed, link, false, false",
        "unreachable, none, true, false",
        "unreachable, link, false, false",
        "unreachable, answer, false, false",
        "ended open, link, true, false",
        "ended unreachable, link, false, false",
        "ended ended, link, false, true"
    })
    @DisplayName("shows a page where something can be done or nowhere to go on, and is over once all have ended")
    void page(String states, String back, boolean page, boolean over) {
        PendingLogout pendingLogout = pendingLogout(states, back(back));
        assertThat(pendingLogout.isWorthAPage()).isEqualTo(page);
        assertThat(pendingLogout.isOver()).isEqualTo(over);
    }

    @Test
    @DisplayName("leads back by a link only where there is one, and nothing has to be posted")
    void link() {
        assertThat(Back.link("https://crm.example").isLink()).isTrue();
        assertThat(Back.none().isLink()).isFalse();
        assertThat(ANSWER.isLink()).isFalse();
        assertThat(new Back("", "PHNhbWw+", "").isLink()).isFalse();
    }

    @Test
    @DisplayName("notes how it went at one provider, and changes nothing else")
    void one() {
        PendingLogout before = pendingLogout("open open", ANSWER);
        PendingLogout after = before.with("provider-1", State.ENDED);
        assertThat(after.stays().get(0)).isEqualTo(before.stays().get(0));
        assertThat(after.stays().get(1).state()).isEqualTo(State.ENDED);
        assertThat(after.stays().get(1).session())
                .isEqualTo(before.stays().get(1).session());
        assertThat(after.stays().get(1).name()).isEqualTo("Name of 1");
        assertThat(after).usingRecursiveComparison().ignoringFields("stays").isEqualTo(before);
        assertThat(before.with("another", State.ENDED)).isEqualTo(before);
    }

    @Test
    @DisplayName("may go on in another language, and to another place")
    void changed() {
        PendingLogout before = pendingLogout("open", Back.none());
        assertThat(before.in("de")).isEqualTo(new PendingLogout("crm", "de", before.back(), before.stays()));
        assertThat(before.leadingTo(ANSWER)).isEqualTo(new PendingLogout("crm", "en", ANSWER, before.stays()));
    }

    static PendingLogout pendingLogout(String states, Back back) {
        List<Stay> stays = new ArrayList<>();
        for (String state : states.isEmpty() ? new String[] {} : states.split(" ")) {
            stays.add(new Stay(
                    ProviderSession.ofOidc("provider-" + stays.size(), "id-token"),
                    "Name of " + stays.size(),
                    State.valueOf(state.toUpperCase(Locale.ROOT))));
        }
        return new PendingLogout("crm", "en", back, stays);
    }

    private static Back back(String word) {
        return switch (word) {
            case "link" -> Back.link("https://crm.example");
            case "answer" -> ANSWER;
            default -> Back.none();
        };
    }
}
