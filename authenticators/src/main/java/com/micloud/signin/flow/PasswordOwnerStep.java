package com.micloud.signin.flow;

import com.micloud.signin.keycloak.Step;
import com.micloud.signin.routing.Refusal;
import com.micloud.signin.session.TypedUsername;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/**
 * The step that asks for the username before a change of the password (spec: "Passwords"). It does not ask if the
 * address names one, or if somebody is signed in to this browser. An unknown name goes on like a known one.
 */
final class PasswordOwnerStep extends Step {

    private static final String FIELD = "username";

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        Journey journey = Journey.of(context);
        journey.signIn().forget();
        if (!journey.guarded()) {
            journey.refuse(Refusal.REALM_MISCONFIGURED);
            return;
        }
        Optional<String> known = known(journey).filter(name -> !journey.signIn().usedHint());
        if (known.isPresent()) {
            // Once: "Not you?" leads to the question.
            journey.signIn().useHint();
            Identification.of(context, journey, known.get());
        } else {
            journey.show(journey.page().passwordOwner(known(journey).orElse("")));
        }
    }

    private static Optional<String> known(Journey journey) {
        return journey.hints().username().flatMap(TypedUsername::name).or(() -> journey.browserSession()
                .map(UserSessionModel::getUser)
                .map(UserModel::getUsername));
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        TypedUsername typed = TypedUsername.posted(context, FIELD);
        Journey journey = Journey.of(context);
        if (typed instanceof TypedUsername.Plausible plausible) {
            Identification.of(context, journey, plausible.name());
        } else {
            journey.show(journey.page().error(FIELD, typed.problem()).passwordOwner(""));
        }
    }
}
