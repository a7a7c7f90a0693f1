package com.micloud.signin.demo.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.micloud.signin.demo.server.Ports;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The mail catcher")
class MailCatcherTest {

    @Test
    void keepsWhateverIsSentToWhomever() {
        var port = Ports.free();
        try (var catcher = MailCatcher.start("127.0.0.1", port)) {
            GreenMailUtil.sendTextEmail(
                    "ann@acme.example",
                    "no-reply@micloud.example",
                    "Your password",
                    "was changed",
                    new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            assertThat(catcher.mails()).singleElement().satisfies(mail -> {
                assertThat(mail.to()).isEqualTo("ann@acme.example");
                assertThat(mail.from()).isEqualTo("no-reply@micloud.example");
                assertThat(mail.subject()).isEqualTo("Your password");
                assertThat(mail.text()).contains("was changed");
                assertThat(mail.html()).isEmpty();
                assertThat(mail.source()).contains("Subject: Your password");
            });
        }
    }
}
