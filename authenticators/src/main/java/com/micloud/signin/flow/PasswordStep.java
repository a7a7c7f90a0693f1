package com.micloud.signin.flow;

import com.micloud.signin.account.Account;
import com.micloud.signin.account.Provider;
import com.micloud.signin.account.SignInMethods;
import com.micloud.signin.keycloak.BrowserSession;
import com.micloud.signin.keycloak.Step;
import com.micloud.signin.password.BruteForceProtection;
import com.micloud.signin.routing.Refusal;
import com.micloud.signin.routing.Route;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * The step that asks for the MiCloud password, unless this browser has enough proof. Unknown users see the same page.
 */
final class PasswordStep extends Step {

    private static final String FIELD = "password";

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        context.clearUser();
        Journey journey = Journey.of(context);
        Optional<Account> account = journey.account();
        if (account.isEmpty()) {
            withoutAccount(journey);
            return;
        }
        if (!journey.returnsFromTrouble()) {
            SignInMethods methods = journey.methodsOf(account.get());
            go(journey, methods, journey.takeRoute(account.get(), methods));
        }
    }

    private static void go(Journey journey, SignInMethods methods, Route route) {
        switch (route) {
            case ENTER -> journey.enter();
            case PASSWORD -> journey.show(journey.page().password(List.of()));
            case PASSWORD_OR_PROVIDER -> journey.show(journey.page().password(methods.providers()));
            case TROUBLE_OR_PASSWORD -> journey.show(journey.page().singleSignOn(route, methods));
            default -> journey.refuse(route);
        }
    }

    /** The user is unknown, or belongs to no account, or chooses one afterwards, or the application needs none. */
    private static void withoutAccount(Journey journey) {
        boolean proved = journey.application().accountRequired() ? journey.identityProved() : journey.ownProofGiven();
        if (proved) {
            journey.enter();
        } else if (journey.recordIsKeptElsewhere()) {
            journey.show(journey.page().recordElsewhere());
        } else {
            // Noted as for a known user: the notes of a sign-in travel in a cookie, whose length strangers see.
            journey.signIn().take(Route.PASSWORD);
            journey.show(journey.page().password(List.of()));
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        context.clearUser();
        Journey journey = Journey.of(context);
        Optional<Account> account = journey.account();
        List<Provider> beside = List.of();
        if (journey.recordIsKeptElsewhere()) {
            withoutAccount(journey);
            return;
        }
        if (account.isPresent()) {
            SignInMethods methods = journey.methodsOf(account.get());
            Wish wish = Wish.of(context, methods);
            if (wish.goToProvider(journey, journey.takeRoute(account.get(), methods))) {
                return;
            }
            wish.note(journey);
            Route route = journey.takeRoute(account.get(), methods);
            if (wish.password() || !route.takesPassword()) {
                go(journey, methods, route);
                return;
            }
            beside = route.takesProvider() ? methods.providers() : beside;
        }
        journey.noteAttempt();
        String password = context.getHttpRequest().getDecodedFormParameters().getFirst(FIELD);
        if (password == null || password.isEmpty()) {
            journey.show(journey.page().error(FIELD, "micloudPasswordMissing").password(beside));
            return;
        }
        check(context, journey, password, beside);
    }

    private static void check(
            AuthenticationFlowContext context, Journey journey, String password, List<Provider> beside) {
        journey.user().ifPresent(known -> context.getEvent().user(known));
        Optional<String> wrong = BruteForceProtection.wrong(context, journey.user(), password);
        if (wrong.isPresent()) {
            context.getEvent().error(wrong.get());
            wrong(context, journey, beside);
            return;
        }
        UserModel user = journey.user().orElseThrow();
        if (!user.isEnabled()) {
            journey.refuse(Refusal.USER_DISABLED);
            return;
        }
        BrowserSession.markPasswordValidated(context.getAuthenticationSession());
        journey.signIn().provePassword(user);
        context.setUser(user);
        context.success(PasswordCredentialModel.TYPE);
    }

    /**
     * Shows the same page to everybody. The step reports no failure to Keycloak, because Keycloak would count by name
     * and remember the user.
     */
    private static void wrong(AuthenticationFlowContext context, Journey journey, List<Provider> beside) {
        String message =
                journey.application().forgotPassword() ? "micloudPasswordWrong" : "micloudPasswordWrongNoReset";
        context.forceChallenge(journey.page().error(FIELD, message).password(beside));
    }
}
