package com.micloud.signin.flow;

import com.micloud.signin.keycloak.BrowserSession;
import com.micloud.signin.keycloak.Step;
import com.micloud.signin.password.BruteForceProtection;
import com.micloud.signin.password.change.PasswordChanger;
import com.micloud.signin.password.change.PasswordForm;
import com.micloud.signin.password.change.PasswordPage;
import com.micloud.signin.password.change.PasswordRefusal;
import com.micloud.signin.routing.Refusal;
import com.micloud.signin.session.Proofs;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.common.util.Time;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/**
 * The step that changes a password after the current one was given (spec: "Passwords"). It never lets the flow succeed.
 * So a change of the password signs nobody in, whatever client the flow is bound to.
 */
final class NewPasswordStep extends Step {

    private static final String CHANGED = "micloud.passwordChanged";

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        context.clearUser();
        Journey journey = Journey.of(context);
        if (context.getAuthenticationSession().getAuthNote(CHANGED) != null) {
            journey.show(journey.page().passwordChanged());
        } else if (livesElsewhere(journey)) {
            journey.show(journey.page().passwordElsewhere());
        } else {
            journey.show(journey.page().passwordChange());
        }
    }

    /** Whether only providers sign this user in. The answer is the same for an unknown name in a registered domain. */
    private static boolean livesElsewhere(Journey journey) {
        return !journey.choices().isEmpty() && !journey.anyTakesPassword();
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        context.clearUser();
        Journey journey = Journey.of(context);
        if (context.getAuthenticationSession().getAuthNote(CHANGED) != null || livesElsewhere(journey)) {
            authenticate(context);
            return;
        }
        journey.noteAttempt();
        PasswordForm form = PasswordForm.postedIn(context.getHttpRequest());
        PasswordChanger changer = new PasswordChanger(context.getSession());
        String wrong = journey.page().offersReset() ? "micloudPasswordWrong" : "micloudPasswordWrongNoReset";
        Optional<PasswordRefusal> refusal =
                changer.change(journey.user(), form, () -> wrong(context, journey, form), wrong);
        if (refusal.isPresent()) {
            refuse(context, journey, refusal.get());
        } else {
            done(context, journey, journey.user().orElseThrow());
        }
    }

    /** Why the current password does not count, after the same time for everybody. */
    private static Optional<String> wrong(AuthenticationFlowContext context, Journey journey, PasswordForm form) {
        Optional<String> wrong = BruteForceProtection.wrong(context, journey.user(), form.current());
        if (wrong.isPresent()) {
            return wrong;
        }
        UserModel user = journey.user().orElseThrow();
        BruteForceProtection.forgive(context.getSession(), user);
        return user.isEnabled() ? Optional.empty() : Optional.of(Errors.USER_DISABLED);
    }

    private static void refuse(AuthenticationFlowContext context, Journey journey, PasswordRefusal refusal) {
        if (refusal.error().equals(Errors.USER_DISABLED)) {
            journey.refuse(Refusal.USER_DISABLED);
            return;
        }
        EventBuilder event = PasswordPage.refused(context.getEvent().clone());
        journey.user().ifPresent(event::user);
        event.error(refusal.error());
        Page page = journey.page();
        refusal.messages()
                .forEach(message -> page.error(message.getField(), message.getMessage(), message.getParameters()));
        // The step reports no failure to Keycloak, which would count by name and remember the user.
        context.forceChallenge(page.passwordChange());
    }

    private static void done(AuthenticationFlowContext context, Journey journey, UserModel user) {
        EventBuilder event = PasswordPage.changed(context.getEvent().clone()).user(user);
        Optional<UserSessionModel> own =
                journey.browserSession().filter(session -> session.getUser().equals(user));
        own.ifPresent(session -> event.session(session));
        event.success();
        BrowserSession.endOthers(context.getSession(), user, own);
        own.ifPresent(session -> Proofs.passwordChanged(session, Time.currentTimeMillis()));
        context.getAuthenticationSession().setAuthNote(CHANGED, "true");
        // By a redirect, so that a reload asks for the page and does not send the form again.
        context.forceChallenge(Response.seeOther(context.getRefreshUrl(false)).build());
    }
}
