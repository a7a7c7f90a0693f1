package com.micloud.signin.password.expiry;

import com.micloud.signin.keycloak.GuardedRealm;
import com.micloud.signin.keycloak.LoginActions;
import com.micloud.signin.session.PasswordEntry;
import com.micloud.signin.session.SignIn;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Tells a user after the password that it expires soon, once a day in one browser. The user can change it now or later.
 * A user who came by the browser's session or by a provider sees nothing.
 */
public final class ExpiryReminder implements RequiredActionProvider {

    /** Also the name by which the realm knows the action. */
    public static final String ID = "micloud-password-expiry";

    private static final String CHANGE_PASSWORD = UserModel.RequiredAction.UPDATE_PASSWORD.name();

    private static final String COOKIE = "MICLOUD_EXPIRY_TOLD";
    private static final String SHOWN = "micloud.expiryShown";
    private static final String ANSWERED = "micloud.expiryAnswered";
    private static final String CHANGE_CHOSEN = "micloud.passwordChangeChosen";

    private static final String ANSWER = "answer";
    private static final String NOW = "change-now";
    private static final String LATER = "later";

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        AuthenticationSessionModel notes = context.getAuthenticationSession();
        boolean due = notes.getAuthNote(ANSWERED) == null
                && GuardedRealm.is(context.getRealm())
                && hasJustGivenThePassword(context)
                && !isChangingAnyway(context)
                && isNear(context)
                && (notes.getAuthNote(SHOWN) != null || !notice(context).wasGiven(context.getUser()));
        if (due) {
            notes.addRequiredAction(ID);
        } else {
            notes.removeRequiredAction(ID);
        }
    }

    private static boolean hasJustGivenThePassword(RequiredActionContext context) {
        AuthenticationSessionModel notes = context.getAuthenticationSession();
        return SignIn.of(notes).passwordProvedBy(context.getUser()) && PasswordEntry.is(notes, context.getUser());
    }

    private static boolean isChangingAnyway(RequiredActionContext context) {
        AuthenticationSessionModel notes = context.getAuthenticationSession();
        return CHANGE_PASSWORD.equals(notes.getClientNote(Constants.KC_ACTION))
                || notes.getRequiredActions().contains(CHANGE_PASSWORD)
                || context.getUser().getRequiredActionsStream().anyMatch(CHANGE_PASSWORD::equals);
    }

    private static boolean isNear(RequiredActionContext context) {
        Instant now = PasswordExpiry.now();
        int warning = ExpiryWarning.of(context.getRealm()).days();
        return warning > 0
                && expiry(context)
                        .filter(expiry -> !expiry.isOver(now) && expiry.daysLeft(now) <= warning)
                        .isPresent();
    }

    private static Optional<PasswordExpiry> expiry(RequiredActionContext context) {
        return PasswordExpiry.of(context.getRealm(), context.getUser());
    }

    private static DailyNotice notice(RequiredActionContext context) {
        return new DailyNotice(context.getSession(), COOKIE, PasswordExpiry.dayNumber(PasswordExpiry.now()));
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        context.getAuthenticationSession().setAuthNote(SHOWN, "true");
        notice(context).give(context.getUser());
        int days = expiry(context)
                .map(expiry -> expiry.daysLeft(PasswordExpiry.now()))
                .orElse(0);
        Map<String, Object> model = Map.of(
                "daysLeft", Math.max(days, 0),
                "username", context.getUser().getUsername(),
                "restartUrl",
                        LoginActions.restart(context.getSession(), context.getAuthenticationSession())
                                .toString());
        context.challenge(context.form().setAttribute("micloud", model).createForm("micloud-password-expiry.ftl"));
    }

    @Override
    public void processAction(RequiredActionContext context) {
        AuthenticationSessionModel notes = context.getAuthenticationSession();
        String answer = context.getHttpRequest().getDecodedFormParameters().getFirst(ANSWER);
        if (!NOW.equals(answer) && !LATER.equals(answer)) {
            requiredActionChallenge(context);
            return;
        }
        notes.setAuthNote(ANSWERED, "true");
        if (NOW.equals(answer)) {
            notes.setAuthNote(CHANGE_CHOSEN, "true");
            notes.addRequiredAction(CHANGE_PASSWORD);
        }
        context.success();
    }

    /** Whether the user chose to change a password that is still good, and may think better of it. */
    public static boolean mayStillWait(RequiredActionContext context) {
        return context.getAuthenticationSession().getAuthNote(CHANGE_CHOSEN) != null
                && expiry(context)
                        .filter(expiry -> !expiry.isOver(PasswordExpiry.now()))
                        .isPresent()
                && context.getUser().getRequiredActionsStream().noneMatch(CHANGE_PASSWORD::equals);
    }

    /** Whether the page to change it was answered with "later". */
    public static boolean isPutOff(RequiredActionContext context) {
        return mayStillWait(context)
                && LATER.equals(
                        context.getHttpRequest().getDecodedFormParameters().getFirst(ANSWER));
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
