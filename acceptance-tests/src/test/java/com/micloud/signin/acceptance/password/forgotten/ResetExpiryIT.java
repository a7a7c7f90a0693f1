package com.micloud.signin.acceptance.password.forgotten;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Mailbox;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@AcceptanceTest
@DisplayName("The mail about a forgotten password")
final class ResetExpiryIT {
    private Portal portal;
    private Mailbox mailbox;
    private PlainTab tab;

    @BeforeEach
    void ask(Portal portal) {
        this.portal = portal;
        User user = Member.of(portal).in("password").make();
        mailbox = portal.mailboxOf(user);
        tab = PlainTab.fresh();
        tab.open(portal.realm("forgotpassword")).username(user.username());
    }

    @AfterEach
    void restore() {
        portal.clock().reset();
    }

    private static void set(PlainTab in) {
        var fresh = Names.password();
        in.newPassword(fresh);
        assertThat(in.has("done")).as("%s", in).isTrue();
    }

    @Test
    @DisplayName("has a code that is good for almost a quarter of an hour")
    void codeInTime() {
        var mail = mailbox.await(1);
        portal.clock().forward(Duration.ofMinutes(14));
        tab.fill("code", mail.code()).press("kc-login");
        set(tab);
    }

    @Test
    @DisplayName("has a code that is none after a quarter of an hour, on a page that is still open")
    void codeTooLate() {
        var mail = mailbox.await(1);
        portal.clock().forward(Duration.ofMinutes(10));
        tab.fill("code", mail.wrongCode()).press("kc-login");
        assertThat(tab.error()).startsWith("That is not the code");
        portal.clock().forward(Duration.ofMinutes(6));
        tab.fill("code", mail.code()).press("kc-login");
        assertThat(tab.error()).startsWith("No code can be used here any more");
        tab.press("send-again");
        tab.fill("code", mailbox.await(2).code()).press("kc-login");
        set(tab);
    }

    @Test
    @DisplayName("has a link that is good for almost a quarter of an hour, and none after that")
    void link() {
        var mail = mailbox.await(1);
        portal.clock().forward(Duration.ofMinutes(14));
        var inTime = PlainTab.fresh();
        inTime.open(mail.link());
        assertThat(inTime.has("password-new")).as("%s", inTime).isTrue();
        portal.clock().forward(Duration.ofMinutes(2));
        var tooLate = PlainTab.fresh();
        tooLate.open(mail.link());
        assertThat(tooLate.error()).startsWith("That link has expired");
        assertThat(tooLate.has("password-new")).isFalse();
        set(inTime);
    }
}
