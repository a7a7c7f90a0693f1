package com.micloud.signin.flow;

import com.micloud.signin.account.Account;
import com.micloud.signin.account.SignInMethods;
import com.micloud.signin.keycloak.Step;
import com.micloud.signin.routing.Refusal;
import com.micloud.signin.routing.Route;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;

/**
 * The step that sends the browser to the account's identity provider, if single sign-on comes first. Otherwise it does
 * nothing.
 */
final class ProviderStep extends Step {

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        Journey journey = Journey.of(context);
        Optional<Account> account = journey.account();
        if (account.isEmpty()) {
            context.success();
        } else if (!journey.returnsFromTrouble()) {
            SignInMethods methods = journey.methodsOf(account.get());
            Route route = journey.takeRoute(account.get(), methods);
            Optional<String> hinted = journey.hints().provider(methods);
            if (hinted.isPresent() && route.takesProvider() && journey.signIn().useProviderHint()) {
                journey.goToProvider(hinted.get());
            } else {
                go(context, journey, methods, route);
            }
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        Journey journey = Journey.of(context);
        Optional<Account> account = journey.account();
        if (account.isEmpty()) {
            journey.refuse(Refusal.NOT_A_MEMBER);
            return;
        }
        SignInMethods methods = journey.methodsOf(account.get());
        Wish wish = Wish.of(context, methods);
        if (wish.goToProvider(journey, journey.takeRoute(account.get(), methods))) {
            return;
        }
        wish.note(journey);
        go(context, journey, methods, journey.takeRoute(account.get(), methods));
    }

    private static void go(AuthenticationFlowContext context, Journey journey, SignInMethods methods, Route route) {
        switch (route) {
            case PASSWORD, PASSWORD_OR_PROVIDER -> context.success();
            case ENTER -> enterIfProved(context, journey);
            case PROVIDER -> journey.goToProvider(methods.providers().get(0).alias());
            case CHOOSE_PROVIDER, PROVIDER_OR_PASSWORD, TROUBLE, TROUBLE_OR_PASSWORD ->
                journey.show(journey.page().singleSignOn(route, methods));
            case REFUSE_MISCONFIGURED, REFUSE_NO_SSO -> journey.refuse(route);
        }
    }

    /** Before the password step it is that step which lets in; after it, this is the last word. */
    private static void enterIfProved(AuthenticationFlowContext context, Journey journey) {
        if (context.getUser() == null) {
            context.success();
        } else {
            journey.enter();
        }
    }
}
