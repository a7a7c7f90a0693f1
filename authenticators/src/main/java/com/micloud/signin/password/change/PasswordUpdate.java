package com.micloud.signin.password.change;

import com.micloud.signin.account.Account;
import com.micloud.signin.account.AccountDirectory;
import com.micloud.signin.account.SignInPolicy;
import com.micloud.signin.keycloak.BrowserSession;
import com.micloud.signin.keycloak.ErrorPages;
import com.micloud.signin.keycloak.FormFacts;
import com.micloud.signin.keycloak.GuardedRealm;
import com.micloud.signin.password.BruteForceProtection;
import com.micloud.signin.password.ReturnAddress;
import com.micloud.signin.password.expiry.ExpiryReminder;
import com.micloud.signin.password.expiry.PasswordExpiry;
import com.micloud.signin.password.forgotten.ProvenReset;
import com.micloud.signin.session.PasswordChange;
import com.micloud.signin.session.PasswordEntry;
import com.micloud.signin.session.Proofs;
import com.micloud.signin.session.SignIn;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.requiredactions.UpdatePassword;
import org.keycloak.common.util.Time;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keycloak's action to change the password. In a guarded realm it asks for the current password. A provider's proof is
 * for its own account, and must not lead to the password, which opens other accounts. All other sessions of the user
 * end. One event reports the change, not two.
 */
public final class PasswordUpdate extends UpdatePassword {

    /** Seconds for which a sign-in may be old: the current password is asked for anyway. */
    private static final int A_YEAR = 31_536_000;

    private static final String EXPIRED = "micloud.passwordExpired";

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new PasswordUpdate();
    }

    /** Takes the place of Keycloak's own, which has order 0. */
    @Override
    public int order() {
        return 10;
    }

    @Override
    public int getMaxAuthAge(KeycloakSession session) {
        if (session == null || !GuardedRealm.isCurrent(session)) {
            return super.getMaxAuthAge(session);
        }
        int ofPolicy = session.getContext().getRealm().getPasswordPolicy().getMaxAuthAge();
        return ofPolicy >= 0 ? ofPolicy : A_YEAR;
    }

    /**
     * Demands the change of an expired password in this sign-in only. Keycloak stores the demand with the user for
     * ever. A user who leaves the page and comes back by a provider would still get it.
     */
    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        if (!GuardedRealm.is(context.getRealm())) {
            super.evaluateTriggers(context);
            return;
        }
        AuthenticationSessionModel notes = context.getAuthenticationSession();
        boolean expired = PasswordEntry.is(notes, context.getUser())
                && PasswordExpiry.of(context.getRealm(), context.getUser())
                        .filter(expiry -> expiry.isOver(PasswordExpiry.now()))
                        .isPresent();
        if (expired) {
            notes.setAuthNote(EXPIRED, "true");
            notes.addRequiredAction(UserModel.RequiredAction.UPDATE_PASSWORD);
        } else if (hasExpired(notes)) {
            notes.removeAuthNote(EXPIRED);
            notes.removeRequiredAction(UserModel.RequiredAction.UPDATE_PASSWORD);
        }
    }

    private static boolean hasExpired(AuthenticationSessionModel notes) {
        return notes.getAuthNote(EXPIRED) != null;
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (!GuardedRealm.is(context.getRealm())) {
            super.requiredActionChallenge(context);
        } else if (mayHavePassword(context)) {
            draw(context, context.form());
        } else if (isWishOfApplication(context)) {
            context.challenge(explain(context));
        } else {
            context.ignore();
        }
    }

    /** The application sent the user here to change a password; without a word it would send them again. */
    private static boolean isWishOfApplication(RequiredActionContext context) {
        return UserModel.RequiredAction.UPDATE_PASSWORD
                .name()
                .equals(context.getAuthenticationSession().getClientNote(Constants.KC_ACTION));
    }

    private static Response explain(RequiredActionContext context) {
        boolean elsewhere = !takesPassword(context);
        Map<String, Object> model = new HashMap<>();
        model.put("mode", elsewhere ? "elsewhere" : "none");
        model.put("username", context.getUser().getUsername());
        if (!elsewhere && context.getRealm().isResetPasswordAllowed()) {
            model.put("forgotPasswordUrl", ReturnAddress.forgotPassword(context.getSession(), Optional.empty()));
        }
        return context.form().setAttribute("micloud", model).createForm("micloud-password-elsewhere.ftl");
    }

    @Override
    public void processAction(RequiredActionContext context) {
        if (!GuardedRealm.is(context.getRealm())) {
            super.processAction(context);
        } else if (ExpiryReminder.isPutOff(context)) {
            context.success();
        } else if (mayHavePassword(context)) {
            change(context);
        } else if (isWishOfApplication(context)) {
            context.challenge(explain(context));
        } else {
            context.failure();
        }
    }

    /** A user without a password gets a first one by a link from a mail, never after a provider's answer. */
    private static boolean mayHavePassword(RequiredActionContext context) {
        return cameByMail(context)
                || (context.getUser().credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE)
                        && takesPassword(context));
    }

    /** Whether any account of the user takes a password, or there is no account that could refuse it. */
    private static boolean takesPassword(RequiredActionContext context) {
        AccountDirectory directory = AccountDirectory.of(context.getSession());
        List<Account> accounts = directory.accountsOf(context.getUser());
        return accounts.isEmpty()
                || accounts.stream()
                        .map(directory::methodsOf)
                        .anyMatch(methods -> methods.policy() != SignInPolicy.SSO_REQUIRED);
    }

    /** Not needed after a link from a mail, or if the user has just given it in this sign-in. */
    private static boolean asksForCurrent(RequiredActionContext context) {
        return !cameByMail(context)
                && !SignIn.of(context.getAuthenticationSession()).passwordProvedBy(context.getUser());
    }

    /** By the link of a mail, or by the code of one that tells of a forgotten password. */
    private static boolean cameByMail(RequiredActionContext context) {
        return ProvenReset.of(context.getAuthenticationSession(), context.getUser())
                        .isPresent()
                || BrowserSession.cameByMailedLink(context.getAuthenticationSession(), context.getUser());
    }

    private static void draw(RequiredActionContext context, LoginFormsProvider form) {
        Map<String, Object> model = PasswordPage.model(asksForCurrent(context));
        model.put("username", context.getUser().getUsername());
        model.put("expired", hasExpired(context.getAuthenticationSession()));
        model.put("later", ExpiryReminder.mayStillWait(context));
        context.challenge(form.setAttribute("username", context.getUser().getUsername())
                .setAttribute("micloud", model)
                .createResponse(UserModel.RequiredAction.UPDATE_PASSWORD));
    }

    private static void refuse(RequiredActionContext context, PasswordRefusal refusal) {
        PasswordPage.refused(context.getEvent().clone())
                .client(context.getAuthenticationSession().getClient())
                .user(context.getUser())
                .error(refusal.error());
        LoginFormsProvider form = context.form();
        refusal.messages().forEach(form::addError);
        draw(context, form);
    }

    private static void change(RequiredActionContext context) {
        UserModel user = context.getUser();
        SignIn signIn = SignIn.of(context.getAuthenticationSession());
        boolean proved = signIn.passwordProvedBy(user);
        PasswordForm form = PasswordForm.postedIn(context.getHttpRequest());
        PasswordChanger changer = new PasswordChanger(context.getSession());
        PasswordChange before = PasswordChange.of(user);
        Optional<PasswordRefusal> refusal = asksForCurrent(context)
                ? changer.change(
                        Optional.of(user),
                        form,
                        () -> changer.wrong(user, form.current()),
                        "micloudPasswordWrongNoReset")
                : changer.change(user, form);
        if (refusal.isPresent()) {
            refuse(context, refusal.get());
            return;
        }
        if (proved) {
            // It was the old one that was given: the sign-in goes on with the new.
            signIn.provePassword(user);
        }
        redeemReset(context, before);
        PasswordPage.changed(context.getEvent());
        FormFacts.notePasswordChanged(context.getSession());
        AuthenticatorUtil.logoutOtherSessions(context);
        BrowserSession.joinedBy(context.getSession(), context.getAuthenticationSession())
                .ifPresent(joined -> Proofs.passwordChanged(joined, Time.currentTimeMillis()));
        context.success();
    }

    /** Uses up the reset mail that brought the user here; where another request was faster, all this one did is undone. */
    private static void redeemReset(RequiredActionContext context, PasswordChange before) {
        ProvenReset.of(context.getAuthenticationSession(), context.getUser()).ifPresent(reset -> {
            if (!reset.redeem(context.getSession(), context.getUser(), before)) {
                throw ErrorPages.forbidden(context.getSession(), "micloudResetOver");
            }
            BruteForceProtection.forgive(context.getSession(), context.getUser());
        });
    }
}
