package com.micloud.signin.password;

import com.micloud.signin.keycloak.BrowserSession;
import com.micloud.signin.keycloak.GuardedRealm;
import com.micloud.signin.keycloak.PasswordDefence;
import com.micloud.signin.session.Proofs;
import com.micloud.signin.session.SignIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.requiredactions.UpdatePassword;
import org.keycloak.common.util.Time;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.FormMessage;

/**
 * Keycloak's own action to change the password, except that in a guarded realm nobody changes it who has not given the
 * current one: an identity provider vouches for its account, and must not come by the password, which opens others.
 * All other sessions of the user end, and the change is told by one event, not by two.
 */
public final class PasswordUpdate extends UpdatePassword {

    private static final String CURRENT = "password";
    private static final String NEW = "password-new";
    private static final String CONFIRMED = "password-confirm";

    /** Seconds for which a sign-in may be old: the current password is asked for anyway. */
    private static final int A_YEAR = 31_536_000;

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
        if (session == null || !GuardedRealm.is(session.getContext().getRealm())) {
            return super.getMaxAuthAge(session);
        }
        int ofPolicy = session.getContext().getRealm().getPasswordPolicy().getMaxAuthAge();
        return ofPolicy >= 0 ? ofPolicy : A_YEAR;
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (!GuardedRealm.is(context.getRealm())) {
            super.requiredActionChallenge(context);
        } else if (mayHavePassword(context)) {
            draw(context, context.form());
        } else {
            context.ignore();
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        if (!GuardedRealm.is(context.getRealm())) {
            super.processAction(context);
        } else if (mayHavePassword(context)) {
            change(context);
        } else {
            context.failure();
        }
    }

    /** Who has no password gets a first one by a link from a mail, not from a provider's word. */
    private static boolean mayHavePassword(RequiredActionContext context) {
        return BrowserSession.endsWithoutSession(context.getAuthenticationSession())
                || context.getUser().credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE);
    }

    /** Not of whoever came by a link from a mail, nor of whoever has just given it in this sign-in. */
    private static boolean asksForCurrent(RequiredActionContext context) {
        return !BrowserSession.endsWithoutSession(context.getAuthenticationSession())
                && !SignIn.of(context.getAuthenticationSession()).passwordProvedBy(context.getUser());
    }

    private static void draw(RequiredActionContext context, LoginFormsProvider form) {
        context.challenge(form.setAttribute("username", context.getUser().getUsername())
                .setAttribute("micloud", Map.of("currentPassword", asksForCurrent(context)))
                .createResponse(UserModel.RequiredAction.UPDATE_PASSWORD));
    }

    private static void refuse(RequiredActionContext context, String error, List<FormMessage> problems) {
        changed(context.getEvent().clone(), EventType.UPDATE_CREDENTIAL_ERROR)
                .client(context.getAuthenticationSession().getClient())
                .user(context.getUser())
                .error(error);
        LoginFormsProvider form = context.form();
        problems.forEach(form::addError);
        draw(context, form);
    }

    private static EventBuilder changed(EventBuilder event, EventType type) {
        return event.event(type).detail(Details.CREDENTIAL_TYPE, PasswordCredentialModel.TYPE);
    }

    private static void change(RequiredActionContext context) {
        String current = posted(context, CURRENT);
        String fresh = posted(context, NEW);
        List<FormMessage> missing = new ArrayList<>();
        if (asksForCurrent(context) && current.isEmpty()) {
            missing.add(new FormMessage(CURRENT, "micloudPasswordMissing"));
        }
        if (fresh.isEmpty()) {
            missing.add(new FormMessage(NEW, "missingPasswordMessage"));
        } else if (!fresh.equals(posted(context, CONFIRMED))) {
            missing.add(new FormMessage(CONFIRMED, "notMatchPasswordMessage"));
        }
        if (!missing.isEmpty()) {
            refuse(context, fresh.isEmpty() ? Errors.PASSWORD_MISSING : Errors.PASSWORD_CONFIRM_ERROR, missing);
            return;
        }
        Optional<String> wrong = asksForCurrent(context) ? wrong(context, current) : Optional.empty();
        if (wrong.isPresent()) {
            refuse(context, wrong.get(), List.of(new FormMessage(CURRENT, "micloudPasswordWrongNoReset")));
            return;
        }
        try {
            context.getUser().credentialManager().updateCredential(UserCredentialModel.password(fresh, false));
        } catch (ModelException e) {
            refuse(context, Errors.PASSWORD_REJECTED, List.of(new FormMessage(NEW, e.getMessage(), e.getParameters())));
            return;
        }
        changed(context.getEvent(), EventType.UPDATE_CREDENTIAL);
        AuthenticatorUtil.logoutOtherSessions(context);
        BrowserSession.joinedBy(context.getSession(), context.getAuthenticationSession())
                .ifPresent(joined -> Proofs.passwordChanged(joined, Time.currentTimeMillis()));
        context.success();
    }

    /** Why the current password does not count; a locked user sees what a wrong password sees, uncounted. */
    private static Optional<String> wrong(RequiredActionContext context, String current) {
        Optional<String> lock = PasswordDefence.lock(context.getSession(), context.getUser());
        if (lock.isPresent()) {
            return lock;
        }
        if (context.getUser().credentialManager().isValid(UserCredentialModel.password(current))) {
            return Optional.empty();
        }
        PasswordDefence.countFailure(context.getSession(), context.getUser());
        return Optional.of(Errors.INVALID_USER_CREDENTIALS);
    }

    private static String posted(RequiredActionContext context, String field) {
        String value = context.getHttpRequest().getDecodedFormParameters().getFirst(field);
        return value == null ? "" : value;
    }
}
