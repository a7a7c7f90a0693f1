package com.micloud.signin.routing;

import com.micloud.signin.account.Account;
import com.micloud.signin.account.SignInMethods;
import com.micloud.signin.application.Application;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether an account is open to a user by one way of signing in (spec: "Signing in", 4). The guard, the first link of a
 * provider and the check of tokens ask this one rule.
 */
public enum AccountAccess {
    /** It is open. */
    OPEN(null),
    /** The user is no member of it. */
    NOT_A_MEMBER(Refusal.NOT_A_MEMBER),
    /** It is switched off. */
    SWITCHED_OFF(Refusal.ACCOUNT_DISABLED),
    /** The provider is linked to it, and the portal cannot check what the provider says. */
    PROVIDER_UNCHECKED(Refusal.ACCOUNT_MISCONFIGURED),
    /** The provider is not linked to it, or is switched off. */
    PROVIDER_NOT_LINKED(Refusal.WRONG_PROVIDER),
    /** It does not take this way of signing in from this application. */
    METHOD_NOT_ACCEPTED(Refusal.METHOD_NOT_ACCEPTED);

    private final Refusal refusal;

    AccountAccess(Refusal refusal) {
        this.refusal = refusal;
    }

    /** The refusal in a sign-in; empty where the account is open. */
    public Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Whether it is open to members at all, and to this user. */
    public static AccountAccess of(Account account, boolean member) {
        if (!member) {
            return NOT_A_MEMBER;
        }
        return account.enabled() ? OPEN : SWITCHED_OFF;
    }

    /** Whether the provider with that alias belongs to it. */
    public static AccountAccess of(SignInMethods methods, String provider) {
        if (methods.links(provider)) {
            return OPEN;
        }
        return methods.distrusts(provider) ? PROVIDER_UNCHECKED : PROVIDER_NOT_LINKED;
    }

    /**
     * Whether it is open to this user by this way.
     *
     * @param methods what the account accepts; asked for only where the user is a member of an account that is on
     * @param provider the alias of the provider that signed the user in; empty for the password
     */
    public static AccountAccess of(
            Application application,
            Account account,
            boolean member,
            Supplier<SignInMethods> methods,
            Optional<String> provider) {
        AccountAccess asMember = of(account, member);
        if (asMember != OPEN) {
            return asMember;
        }
        SignInMethods accepted = methods.get();
        AccountAccess byProvider = provider.map(alias -> of(accepted, alias)).orElse(OPEN);
        if (byProvider != OPEN) {
            return byProvider;
        }
        return SignInTable.opens(application, accepted, provider.isPresent() ? Proved.PROVIDER : Proved.PASSWORD)
                ? OPEN
                : METHOD_NOT_ACCEPTED;
    }
}
