package com.micloud.signin.password.forgotten;

import com.micloud.signin.account.AccountDirectory;
import com.micloud.signin.keycloak.Pace;
import com.micloud.signin.keycloak.Step;
import com.micloud.signin.password.forgotten.ResetCodes.Outcome;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.Errors;
import org.keycloak.models.UserModel;

/**
 * The step that waits for the code of the mail, or accepts the link of the mail. After it the user sets a new password.
 */
final class ResetCodeStep extends Step {

    private static final String FIELD = "code";
    private static final String SEND_AGAIN = "again";

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        Reset reset = Reset.of(context);
        Optional<MailedReset> mailed = MailedReset.in(context.getAuthenticationSession());
        if (mailed.isPresent()) {
            go(context, reset, mailed.get());
        } else {
            context.challenge(reset.waitForCode(Optional.empty()));
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        Reset reset = Reset.of(context);
        if (!reset.isOffered()) {
            reset.refuse(Errors.NOT_ALLOWED, "resetCredentialNotAllowedMessage");
            return;
        }
        MultivaluedMap<String, String> posted = context.getHttpRequest().getDecodedFormParameters();
        if (posted.containsKey(SEND_AGAIN)) {
            context.challenge(reset.sentAgain(reset.askAgain()));
            return;
        }
        TypedCode typed =
                TypedCode.of(Optional.ofNullable(posted.getFirst(FIELD)).orElse(""));
        if (!typed.isComplete()) {
            String message = typed.isMissing() ? "micloudCodeMissing" : "micloudCodeIncomplete";
            context.challenge(reset.waitForCode(Optional.of(message)));
            return;
        }
        Pace pace = Pace.ofNames();
        Outcome outcome = new ResetCodes(context.getSession()).attempt(reset.places(), typed.digits());
        Optional<MailedReset> right = outcome.reset();
        if (right.isPresent()) {
            right.get().note(context.getAuthenticationSession());
            go(context, reset, right.get());
            return;
        }
        // A wrong code counts where one was mailed, and costs nothing where none was.
        pace.keep();
        boolean over = outcome.verdict() == ResetCodes.Verdict.OVER;
        context.getEvent().clone().error(over ? Errors.EXPIRED_CODE : Errors.INVALID_CODE);
        context.forceChallenge(reset.waitForCode(Optional.of(over ? "micloudCodeOver" : "micloudCodeWrong")));
    }

    /** Whatever may have changed since the mail was sent is looked at again. */
    private static void go(AuthenticationFlowContext context, Reset reset, MailedReset mailed) {
        UserModel user = context.getSession().users().getUserById(context.getRealm(), mailed.userId());
        boolean takesPassword = user != null
                && user.isEnabled()
                && ResetOffer.to(user, AccountDirectory.of(context.getSession()))
                                .kind()
                        == ResetOffer.Kind.RESET;
        if (takesPassword && ProvenReset.counts(context.getSession(), user, mailed)) {
            context.setUser(user);
            context.getAuthenticationSession().addRequiredAction(UserModel.RequiredAction.UPDATE_PASSWORD);
            context.success();
        } else {
            MailedReset.forget(context.getAuthenticationSession());
            reset.refuse(Errors.EXPIRED_CODE, "micloudResetOver");
        }
    }
}
