package com.micloud.signin.routing;

import java.util.Optional;
import java.util.stream.Stream;

/** The next step for a member of the chosen account. */
public enum Route {
    /** Enough is proved: the user is let in. */
    ENTER("enter"),
    /** The password page. */
    PASSWORD("password"),
    /** The password page with the account's providers beside it. */
    PASSWORD_OR_PROVIDER("password-or-provider"),
    /** The single sign-on page, with the password as the other way. */
    PROVIDER_OR_PASSWORD("provider-or-password"),
    /** Straight to the account's only provider. */
    PROVIDER("provider"),
    /** The single sign-on page: the user picks one of several providers. */
    CHOOSE_PROVIDER("choose-provider"),
    /** The provider failed and there is no other way. */
    TROUBLE("trouble"),
    /** The provider failed, and a password would do as well. */
    TROUBLE_OR_PASSWORD("trouble-or-password"),
    REFUSE_MISCONFIGURED("refuse-misconfigured", Refusal.ACCOUNT_MISCONFIGURED),
    REFUSE_NO_SSO("refuse-no-sso", Refusal.APPLICATION_WITHOUT_SSO);

    private final String word;
    private final Refusal refusal;

    Route(String word) {
        this(word, null);
    }

    Route(String word, Refusal refusal) {
        this.word = word;
        this.refusal = refusal;
    }

    /** The route as the table writes it, and as the event detail {@code micloud_route} reports it. */
    public String word() {
        return word;
    }

    /** Why nobody is let in on this route; empty on all others. */
    public Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Whether a password is asked for, or may be instead of something else. */
    public boolean takesPassword() {
        return switch (this) {
            case PASSWORD, PASSWORD_OR_PROVIDER, PROVIDER_OR_PASSWORD, TROUBLE_OR_PASSWORD -> true;
            case ENTER, PROVIDER, CHOOSE_PROVIDER, TROUBLE, REFUSE_MISCONFIGURED, REFUSE_NO_SSO -> false;
        };
    }

    /** Whether the account's providers may be used. */
    public boolean takesProvider() {
        return switch (this) {
            case PASSWORD_OR_PROVIDER, PROVIDER_OR_PASSWORD, PROVIDER, CHOOSE_PROVIDER, TROUBLE, TROUBLE_OR_PASSWORD ->
                true;
            case ENTER, PASSWORD, REFUSE_MISCONFIGURED, REFUSE_NO_SSO -> false;
        };
    }

    /** The route with that word; empty for any other text. */
    public static Optional<Route> ofWord(String word) {
        return Stream.of(values()).filter(route -> route.word.equals(word)).findFirst();
    }

    static Route of(String word) {
        return ofWord(word)
                .orElseThrow(() -> new IllegalStateException("The routing table names an unknown route: " + word));
    }
}
