package com.micloud.signin.flow;

import com.micloud.signin.account.SignInMethods;
import com.micloud.signin.routing.Route;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;

/**
 * The button that the user pressed on a page with more than one way to sign in.
 *
 * @param provider the provider, if it is one of the account's; else empty
 * @param password whether it was "Enter your password"
 */
record Wish(String provider, boolean password) {

    static Wish of(AuthenticationFlowContext context, SignInMethods methods) {
        MultivaluedMap<String, String> posted = context.getHttpRequest().getDecodedFormParameters();
        String provider = Optional.ofNullable(posted.getFirst("provider"))
                .filter(methods::links)
                .orElse("");
        return new Wish(provider, "password".equals(posted.getFirst("method")));
    }

    /** Sends the user to the provider that was pressed, where the route allows it; says whether it did. */
    boolean goToProvider(Journey journey, Route route) {
        boolean leads = !provider.isEmpty() && route.takesProvider();
        if (leads) {
            journey.goToProvider(provider);
        }
        return leads;
    }

    void note(Journey journey) {
        if (password) {
            journey.signIn().wantPassword();
        }
    }
}
