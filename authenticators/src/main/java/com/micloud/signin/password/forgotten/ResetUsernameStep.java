package com.micloud.signin.password.forgotten;

import com.micloud.signin.keycloak.Step;
import com.micloud.signin.session.Hints;
import com.micloud.signin.session.SignIn;
import com.micloud.signin.session.TypedUsername;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.Errors;

/**
 * Asks whose password was forgotten, and has a mail sent. Nobody is looked up here, so the answer is the same, and comes
 * in the same time, whoever was named.
 */
final class ResetUsernameStep extends Step {

    private static final String FIELD = "username";

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        Reset reset = Reset.of(context);
        context.clearUser();
        Optional<String> first = SignIn.of(context.getAuthenticationSession()).takeFirstPassword();
        if (!reset.isOffered()) {
            reset.refuse(Errors.NOT_ALLOWED, "resetCredentialNotAllowedMessage");
        } else if (MailedReset.in(context.getAuthenticationSession()).isPresent()) {
            // Who came by a mail's link is named by it.
            context.success();
        } else if (first.isPresent()) {
            // Who has just registered without a password need not say who they are.
            reset.ask(first.get());
            context.success();
        } else {
            context.challenge(reset.askForUsername(known(context), Optional.empty()));
        }
    }

    /** Who was typed at the sign-in before, or named by the application; empty where nobody was. */
    private static String known(AuthenticationFlowContext context) {
        return SignIn.of(context.getAuthenticationSession())
                .username()
                .or(() -> Hints.of(context.getAuthenticationSession()).username())
                .flatMap(TypedUsername::name)
                .orElse("");
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        Reset reset = Reset.of(context);
        if (!reset.isOffered()) {
            reset.refuse(Errors.NOT_ALLOWED, "resetCredentialNotAllowedMessage");
            return;
        }
        TypedUsername typed = TypedUsername.posted(context, FIELD);
        if (typed instanceof TypedUsername.Plausible plausible) {
            reset.ask(plausible.name());
            context.success();
        } else {
            context.challenge(reset.askForUsername("", Optional.of(typed.problem())));
        }
    }
}
