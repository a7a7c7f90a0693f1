package com.micloud.signin.password.forgotten;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.TestObjects;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The reset mails of an hour")
final class MailQuotaTest {

    private static final String OWN = "192.0.2.1";
    private static final String STRANGERS = "198.51.100.1";

    private final TestObjects objects = new TestObjects();
    private final MailQuota quota =
            new MailQuota(new ResetStore(objects.provider(), "realm"), new ResetSettings(900, 5, 5, 7, 50, List.of()));

    private void use(int mails, String user, String address) {
        for (int mail = 0; mail < mails; mail++) {
            assertThat(quota.allows(user, address)).isTrue();
        }
    }

    @Test
    @DisplayName("to one user are five because one network asks, and five more because another does")
    void perNetwork() {
        use(5, "ann", STRANGERS);
        assertThat(quota.allows("ann", STRANGERS)).isFalse();
        use(5, "ann", OWN);
        assertThat(quota.allows("ann", OWN)).isFalse();
    }

    @Test
    @DisplayName("to one user are twenty in all, whoever asks")
    void inAll() {
        for (int network = 0; network < 4; network++) {
            use(5, "ann", "198.51.100." + network);
        }
        assertThat(quota.allows("ann", OWN)).isFalse();
        use(1, "bob", OWN);
    }

    @Test
    @DisplayName("because one network asks are limited, whoever is named")
    void perAddress() {
        use(5, "ann", STRANGERS);
        use(2, "bob", STRANGERS);
        assertThat(quota.allows("cid", STRANGERS)).isFalse();
        use(1, "cid", OWN);
    }

    @Test
    @DisplayName("because one subscriber asks are limited, whichever of the subscriber's IPv6 addresses is used")
    void subscriber() {
        use(5, "ann", "2001:db8:0:1::1");
        assertThat(quota.allows("ann", "2001:db8:0:1:ffff::2")).isFalse();
        use(1, "ann", "2001:db8:0:2::1");
    }

    @Test
    @DisplayName("are there again after the hour")
    void anHour() {
        use(5, "ann", OWN);
        objects.pass(3599);
        assertThat(quota.allows("ann", OWN)).isFalse();
        objects.pass(1);
        use(5, "ann", OWN);
    }
}
