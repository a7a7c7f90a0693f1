package com.micloud.signin.routing;

import static com.micloud.signin.routing.AccountChoice.ASK;
import static com.micloud.signin.routing.AccountChoice.LATER;
import static com.micloud.signin.routing.AccountChoice.NO_ACCOUNT;
import static com.micloud.signin.routing.AccountChoice.REFUSE_NO_ACCOUNT;
import static com.micloud.signin.routing.AccountChoice.TAKE_HINTED;
import static com.micloud.signin.routing.AccountChoice.TAKE_ONLY;
import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.TestApplications;
import com.micloud.signin.application.Application;
import com.micloud.signin.routing.AccountTable.Facts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The account table")
final class AccountTableTest {

    private final Application before = TestApplications.web();
    private final Application after = TestApplications.choosingAfterwards();

    @Test
    @DisplayName("shows no page to a user of one account")
    void onlyAccount() {
        assertThat(AccountTable.choice(before, new Facts(1, true, false, false, true)))
                .isEqualTo(TAKE_ONLY);
    }

    @Test
    @DisplayName("keeps a user of no account like an unknown one until the password is right")
    void noAccountYet() {
        assertThat(AccountTable.choice(before, new Facts(0, false, false, false, false)))
                .isEqualTo(LATER);
    }

    @Test
    @DisplayName("refuses a proved user of no account")
    void noAccount() {
        assertThat(AccountTable.choice(before, new Facts(0, false, true, false, false)))
                .isEqualTo(REFUSE_NO_ACCOUNT);
    }

    @Test
    @DisplayName("asks for no account where the application needs none, however many the user has")
    void console() {
        assertThat(AccountTable.choice(TestApplications.console(), new Facts(0, false, true, false, false)))
                .isEqualTo(NO_ACCOUNT);
        assertThat(AccountTable.choice(TestApplications.console(), new Facts(3, true, false, true, true)))
                .isEqualTo(NO_ACCOUNT);
    }

    @Test
    @DisplayName("asks a user of several accounts when the application wants it")
    void several() {
        assertThat(AccountTable.choice(before, new Facts(3, true, false, false, false)))
                .isEqualTo(ASK);
        assertThat(AccountTable.choice(after, new Facts(3, true, false, false, false)))
                .isEqualTo(LATER);
        assertThat(AccountTable.choice(after, new Facts(3, true, true, false, false)))
                .isEqualTo(ASK);
    }

    @Test
    @DisplayName("asks at once where no account takes a password that could come first")
    void afterWithoutPassword() {
        assertThat(AccountTable.choice(after, new Facts(2, false, false, false, false)))
                .isEqualTo(ASK);
    }

    @Test
    @DisplayName("takes the account the application names, unless it wants a new choice")
    void hints() {
        assertThat(AccountTable.choice(before, new Facts(3, true, false, true, false)))
                .isEqualTo(TAKE_HINTED);
        assertThat(AccountTable.choice(before, new Facts(3, true, false, true, true)))
                .isEqualTo(ASK);
    }
}
