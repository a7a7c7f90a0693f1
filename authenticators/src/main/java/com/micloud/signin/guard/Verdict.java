package com.micloud.signin.guard;

import com.micloud.signin.account.Account;
import com.micloud.signin.routing.Refusal;
import com.micloud.signin.session.Method;

/** The decision of the guard. */
sealed interface Verdict {

    /** The user may enter the account, having proved it this way. */
    record Admitted(Account account, Method method) implements Verdict {}

    /** The user may enter an application of Keycloak's own that needs no account. */
    record AdmittedWithoutAccount(Method method) implements Verdict {}

    record Refused(Refusal refusal) implements Verdict {}
}
