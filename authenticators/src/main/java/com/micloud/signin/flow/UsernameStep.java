package com.micloud.signin.flow;

import com.micloud.signin.keycloak.BrowserSession;
import com.micloud.signin.keycloak.LoginActions;
import com.micloud.signin.keycloak.Step;
import com.micloud.signin.password.forgotten.ForgottenPasswordTab;
import com.micloud.signin.routing.Refusal;
import com.micloud.signin.routing.UsernameTable;
import com.micloud.signin.routing.UsernameTable.Hint;
import com.micloud.signin.session.TypedUsername;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/** Asks who wants to sign in; an unknown name goes on like a known one. */
final class UsernameStep extends Step {

    private static final String FIELD = "username";

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        Journey journey = Journey.of(context);
        if (ForgottenPasswordTab.is(context.getAuthenticationSession())) {
            // Led here by a restart, or by an address: nobody signs in in such a tab.
            context.forceChallenge(Response.seeOther(
                            ForgottenPasswordTab.resume(context.getSession(), context.getAuthenticationSession()))
                    .build());
            return;
        }
        if (context.getForwardedErrorMessage() != null
                && journey.signIn().username().isPresent()) {
            // Keycloak starts the flow over when a provider fails; the provider step explains.
            journey.noteTrouble();
            journey.noteAttempt();
            context.success();
            return;
        }
        journey.signIn().forget();
        Optional<Refusal> closed = journey.closed();
        if (closed.isPresent()) {
            journey.refuse(closed.get());
            return;
        }
        Optional<UserSessionModel> returning = journey.browserSession().filter(journey::isFresh);
        Optional<String> kept = journey.signIn().resume();
        switch (UsernameTable.choice(
                kept.isPresent(),
                journey.hints().silent(),
                returning.isPresent(),
                journey.application().reentry(),
                hint(journey, returning))) {
            case RESUME -> enter(context, kept.orElseThrow());
            case TAKE_SESSION ->
                enter(context, returning.orElseThrow().getUser().getUsername());
            case TAKE_HINT -> {
                journey.signIn().useHint();
                Remembering.of(context).goOnFor(hinted(journey));
                enter(context, hinted(journey));
            }
            case ASK -> ask(context, journey);
        }
    }

    private static void ask(AuthenticationFlowContext context, Journey journey) {
        Remembering remembering = Remembering.of(context);
        String name = remembering.name(hinted(journey));
        journey.show(remembering.offer(journey.page(), name).username(name));
    }

    private static Hint hint(Journey journey, Optional<UserSessionModel> returning) {
        String hinted = hinted(journey);
        if (hinted.isEmpty() || journey.signIn().usedHint()) {
            return Hint.NONE;
        }
        boolean same =
                returning.filter(session -> names(hinted, session.getUser())).isPresent();
        return same ? Hint.SAME : Hint.OTHER;
    }

    /** The username that the application named; empty where it named nothing that could be one. */
    private static String hinted(Journey journey) {
        return journey.hints().username().flatMap(TypedUsername::name).orElse("");
    }

    private static boolean names(String username, UserModel user) {
        return user.getUsername().equalsIgnoreCase(username);
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        TypedUsername typed = TypedUsername.posted(context, FIELD);
        Remembering remembering = Remembering.of(context);
        remembering.choose();
        if (typed instanceof TypedUsername.Plausible plausible) {
            enter(context, plausible.name());
            return;
        }
        Journey journey = Journey.of(context);
        journey.show(remembering
                .offerAgain(journey.page().error(FIELD, typed.problem()))
                .username(""));
    }

    private static void enter(AuthenticationFlowContext context, String username) {
        Journey journey = Journey.of(context);
        Optional<UserSessionModel> another = journey.browserSession()
                .filter(session -> !names(username, session.getUser())
                        || Remembering.of(context).wantsOther(session));
        if (another.isPresent()) {
            // One browser has one session: Keycloak refuses to finish a sign-in on top of another user's, and never
            // makes a
            // session that is there longer or shorter.
            if (BrowserSession.isJoinedBy(another.get(), context.getAuthenticationSession())) {
                journey.signIn().suspend(username);
                context.forceChallenge(Response.seeOther(LoginActions.restartForAnotherUser(
                                context.getSession(), context.getAuthenticationSession()))
                        .build());
                return;
            }
            // After a link from a mail the sign-in has no part in that session, and a restart would not end it.
            BrowserSession.end(context.getSession(), another.get());
        }
        Identification.of(context, journey, username);
    }
}
