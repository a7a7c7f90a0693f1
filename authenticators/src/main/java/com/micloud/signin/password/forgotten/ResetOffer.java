package com.micloud.signin.password.forgotten;

import com.micloud.signin.account.Account;
import com.micloud.signin.account.AccountDirectory;
import com.micloud.signin.account.Provider;
import com.micloud.signin.account.SignInMethods;
import com.micloud.signin.account.SignInPolicy;
import java.util.List;
import org.keycloak.models.UserModel;

/**
 * The kind of reset mail that a user gets.
 *
 * @param kind a new password, an explanation, or nothing
 * @param providers the names of the services that sign the user in, where that is explained
 */
record ResetOffer(Kind kind, List<String> providers) {

    /** The kind of the mail. */
    public enum Kind {
        /** One of the accounts at least takes a password: link and code. */
        RESET,
        /** All accounts require single sign-on: the password lives with the customer's provider. */
        EXPLANATION,
        /** No account that lets anybody in: no mail. */
        NOTHING
    }

    public ResetOffer {
        providers = List.copyOf(providers);
    }

    public static ResetOffer to(UserModel user, AccountDirectory directory) {
        List<SignInMethods> methods = directory.accountsOf(user).stream()
                .filter(Account::enabled)
                .map(directory::methodsOf)
                .toList();
        if (methods.stream().anyMatch(ResetOffer::takesPassword)) {
            return new ResetOffer(Kind.RESET, List.of());
        }
        List<SignInMethods> required = methods.stream()
                .filter(method -> method.policy() == SignInPolicy.SSO_REQUIRED)
                .toList();
        return required.isEmpty()
                ? new ResetOffer(Kind.NOTHING, List.of())
                : new ResetOffer(
                        Kind.EXPLANATION,
                        required.stream()
                                .flatMap(method -> method.providers().stream())
                                .map(Provider::name)
                                .distinct()
                                .sorted()
                                .toList());
    }

    private static boolean takesPassword(SignInMethods methods) {
        return methods.policy() != SignInPolicy.SSO_REQUIRED && methods.policy() != SignInPolicy.MISCONFIGURED;
    }
}
