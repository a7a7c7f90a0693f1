package com.micloud.signin.guard;

import com.micloud.signin.account.AccountDirectory;
import com.micloud.signin.keycloak.GuardedRealm;
import com.micloud.signin.keycloak.LoginActions;
import com.micloud.signin.password.forgotten.ProvenReset;
import com.micloud.signin.routing.Refusal;
import com.micloud.signin.session.SignIn;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.Constants;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Runs the guard where every way in passes: Keycloak evaluates required actions after passwords, providers, first
 * sign-ins through a provider and whatever else ends in a session.
 */
final class GuardAction implements RequiredActionProvider {

    public static final String ID = GuardedRealm.GUARD;

    /** Judges; Keycloak calls this several times in one sign-in, and the last word counts. */
    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        AuthenticationSessionModel notes = context.getAuthenticationSession();
        // An application that asked for the guard as its action would make Keycloak skip it.
        if (ID.equals(notes.getClientNote(Constants.KC_ACTION))) {
            notes.removeClientNote(Constants.KC_ACTION);
        }
        new Evaluation(context).run();
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        AuthenticationSessionModel notes = context.getAuthenticationSession();
        SignIn signIn = SignIn.of(notes);
        Optional<String> username = signIn.username().filter(name -> signIn.startsOver());
        if (username.isPresent()) {
            signIn.suspend(username.get());
            context.challenge(Response.seeOther(LoginActions.restartForAnotherUser(context.getSession(), notes))
                    .build());
            return;
        }
        Registration registration = Registration.in(context);
        AccountDirectory directory = AccountDirectory.of(context.getSession());
        if (registration.isDone() && !registration.isHopeless(directory)) {
            context.challenge(Response.seeOther(registration.onward(directory)).build());
            return;
        }
        if (ProvenReset.of(notes, context.getUser())
                .filter(ProvenReset::isRedeemed)
                .isPresent()) {
            signIn.suspendWithAccount(context.getUser().getUsername());
            URI beginning = LoginActions.backToSignIn(context.getSession(), notes);
            signIn.provePassword(context.getUser());
            context.challenge(Response.seeOther(beginning).build());
            return;
        }
        Refusal refusal = signIn.refusal().orElse(Refusal.NOT_STARTED_HERE);
        context.challenge(RefusalPage.draw(context.getSession(), notes, context.form(), refusal));
    }

    /** There is nothing to do on the refusal page; whatever is posted to it shows it again. */
    @Override
    public void processAction(RequiredActionContext context) {
        requiredActionChallenge(context);
    }

    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.NOT_SUPPORTED;
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
