package com.micloud.signin.password.forgotten;

import com.micloud.signin.application.Application;
import com.micloud.signin.application.ClientApplications;
import com.micloud.signin.keycloak.BrowserSession;
import com.micloud.signin.keycloak.FormFacts;
import com.micloud.signin.keycloak.LoginActions;
import com.micloud.signin.keycloak.PortalAddress;
import com.micloud.signin.password.BruteForceProtection;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.sessions.AuthenticationSessionModel;

/** One request to reset a password: its notes in the sign-in, and its pages. */
final class Reset {

    private static final String USERNAME = "micloud.reset.username";
    private static final String PLACES = "micloud.reset.places";
    private static final String AGAIN = "micloud.reset.again";

    /** How many more mails one sign-in can send, for every username alike. */
    private static final int MOST_AGAIN = 5;

    /** How many codes of one page are valid at the same time. A user who asks again may still get the first mail. */
    private static final int MAILS_AT_A_TIME = 3;

    private final AuthenticationFlowContext context;
    private final AuthenticationSessionModel notes;
    private final Application application;

    private Reset(AuthenticationFlowContext context) {
        this.context = context;
        this.notes = context.getAuthenticationSession();
        this.application = ClientApplications.of(notes.getClient());
    }

    static Reset of(AuthenticationFlowContext context) {
        return new Reset(context);
    }

    /** Whether the application offers it; one with a switch that means nothing offers nothing. */
    boolean isOffered() {
        return application.forgotPassword() && application.mistakes().isEmpty();
    }

    /** Requests a mail for the typed username. */
    void ask(String username) {
        notes.setAuthNote(USERNAME, username);
        notes.removeAuthNote(PLACES);
        send();
    }

    /** Has another mail sent, a code of the one before is good as well; says whether it was not asked for too often. */
    boolean askAgain() {
        // A client note: starting over does not end the count.
        int before = Optional.ofNullable(notes.getClientNote(AGAIN))
                .map(Integer::parseInt)
                .orElse(0);
        if (before >= MOST_AGAIN) {
            return false;
        }
        notes.setClientNote(AGAIN, String.valueOf(before + 1));
        send();
        return true;
    }

    private void send() {
        BruteForceProtection.noteAttempt(context, username());
        String place = new ResetCodes(context.getSession()).expect();
        notes.setAuthNote(
                PLACES,
                String.join(
                        " ",
                        Stream.concat(Stream.of(place), places().stream())
                                .limit(MAILS_AT_A_TIME)
                                .toList()));
        ResetMails.send(context.getSession(), new ResetRequest(ResetOrigin.of(context), username(), place));
    }

    /** The places of this page's codes, the newest first. */
    List<String> places() {
        return Optional.ofNullable(notes.getAuthNote(PLACES))
                .map(places -> List.of(places.split(" ")))
                .orElse(List.of());
    }

    private String username() {
        return Optional.ofNullable(notes.getAuthNote(USERNAME)).orElse("");
    }

    Response askForUsername(String known, Optional<String> error) {
        LoginFormsProvider form = form("username", error);
        return draw(form, "micloud-reset-username.ftl", Map.of("known", known));
    }

    Response waitForCode(Optional<String> error) {
        return draw(form("code", error), "micloud-reset.ftl", Map.of("username", username()));
    }

    /** The waiting page after another mail was asked for, with what came of that. */
    Response sentAgain(boolean sent) {
        return draw(
                form("code", Optional.empty()).setInfo(sent ? "micloudResetSentAgain" : "micloudResetNoMore"),
                "micloud-reset.ftl",
                Map.of("username", username()));
    }

    /** Ends it with a page that says why. */
    void refuse(String error, String message) {
        context.getEvent().error(error);
        context.forceChallenge(context.form()
                .setAttribute("micloud", Map.of("restartUrl", restart().toString()))
                .setError(message)
                .createErrorPage(Response.Status.BAD_REQUEST));
    }

    /** Without a user Keycloak does not look through all memberships to draw the page. */
    private LoginFormsProvider form(String field, Optional<String> error) {
        LoginFormsProvider form = context.form().setUser(null);
        error.ifPresent(message -> form.addError(new FormMessage(field, message)));
        return form;
    }

    private Response draw(LoginFormsProvider form, String template, Map<String, Object> facts) {
        Map<String, Object> model = new HashMap<>(facts);
        model.put("restartUrl", restart().toString());
        model.put("fromApplication", !BrowserSession.endsWithoutSession(notes));
        return FormFacts.watched(form, notes).setAttribute("micloud", model).createForm(template);
    }

    /** A user who came from an application goes back to its sign-in. All others begin here again. */
    private URI restart() {
        return BrowserSession.endsWithoutSession(notes)
                ? PortalAddress.forgotPassword(context.getSession(), context.getRealm())
                : LoginActions.restart(context.getSession(), notes);
    }
}
