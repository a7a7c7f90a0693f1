package com.micloud.signin.flow;

import com.micloud.signin.keycloak.Pace;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserModel;

/** Notes the typed username in the sign-in. It does the same for an unknown name. */
final class Identification {

    private Identification() {}

    /** Goes on with this username. */
    static void of(AuthenticationFlowContext context, Journey journey, String username) {
        Pace.begin(context.getSession());
        Search.Found found = Search.byUsername(context.getSession(), username);
        Optional<UserModel> user = Optional.of(found.userId())
                .filter(id -> !id.isEmpty())
                .map(id -> context.getSession().users().getUserById(context.getRealm(), id));
        journey.signIn().enter(username, user);
        // The consoles are open to users of no account, who would not get in any other way.
        if (!found.registrantId().isEmpty()
                && (user.isEmpty() || journey.application().accountRequired())) {
            journey.signIn().presume(found.registrantId());
        }
        journey.noteAttempt();
        context.success();
    }
}
