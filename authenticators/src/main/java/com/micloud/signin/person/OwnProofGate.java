package com.micloud.signin.person;

import com.micloud.signin.keycloak.GuardedRealm;
import com.micloud.signin.keycloak.LoginActions;
import com.micloud.signin.password.ReturnAddress;
import com.micloud.signin.password.change.PasswordChanger;
import com.micloud.signin.session.OwnProof;
import com.micloud.signin.session.SignIn;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.utils.FormMessage;

/**
 * The gate before actions that show or change the record. It opens after an own proof. Otherwise it skips a pending
 * action, so that the action does not stop a user who came by a provider. For an action that the application asks for
 * (kc_action) it asks for the password first (spec: "The person's own record", 1).
 */
class OwnProofGate extends DelegatedAction {

    private static final String PASSWORD = "password";

    private final String id;

    /**
     * A gate.
     *
     * @param id the id of the action
     * @param action what is behind the gate
     */
    OwnProofGate(String id, RequiredActionProvider action) {
        super(action);
        this.id = id;
    }

    @Override
    public final void evaluateTriggers(RequiredActionContext context) {
        if (!GuardedRealm.is(context.getRealm())) {
            super.evaluateTriggers(context);
        } else if (isOpen(context)) {
            evaluate(context);
        } else {
            context.getAuthenticationSession().removeRequiredAction(id);
        }
    }

    @Override
    public final void requiredActionChallenge(RequiredActionContext context) {
        if (!GuardedRealm.is(context.getRealm())) {
            super.requiredActionChallenge(context);
        } else if (isOpen(context)) {
            challenge(context);
        } else if (isAskedFor(context)) {
            context.challenge(askForProof(context, Optional.empty()));
        } else {
            context.ignore();
        }
    }

    @Override
    public final void processAction(RequiredActionContext context) {
        if (!GuardedRealm.is(context.getRealm())) {
            super.processAction(context);
        } else if (isOpen(context)) {
            process(context);
        } else if (isAskedFor(context)) {
            takeProof(context);
        } else {
            context.failure();
        }
    }

    /** Evaluates the action after an own proof. */
    void evaluate(RequiredActionContext context) {
        super.evaluateTriggers(context);
    }

    /** The page of the action, for somebody who may. */
    void challenge(RequiredActionContext context) {
        super.requiredActionChallenge(context);
    }

    /** Processes the form of the action after an own proof. */
    void process(RequiredActionContext context) {
        super.processAction(context);
    }

    private static boolean isOpen(RequiredActionContext context) {
        return GuardedRealm.isOpen(context.getRealm())
                && OwnProof.isGiven(context.getSession(), context.getAuthenticationSession(), context.getUser());
    }

    private boolean isAskedFor(RequiredActionContext context) {
        return GuardedRealm.isOpen(context.getRealm())
                && id.equals(context.getAuthenticationSession().getClientNote(Constants.KC_ACTION));
    }

    private static Response askForProof(RequiredActionContext context, Optional<String> error) {
        Map<String, Object> model = new HashMap<>();
        model.put("username", context.getUser().getUsername());
        model.put(
                "restartUrl",
                LoginActions.restart(context.getSession(), context.getAuthenticationSession())
                        .toString());
        if (!OwnProof.isPossible(context.getUser())) {
            model.put("providers", List.of());
            return context.form().setAttribute("micloud", model).createForm("micloud-record-elsewhere.ftl");
        }
        if (context.getRealm().isResetPasswordAllowed()) {
            model.put("forgotPasswordUrl", ReturnAddress.forgotPassword(context.getSession(), Optional.empty()));
        }
        LoginFormsProvider form = context.form().setAttribute("micloud", model);
        error.ifPresent(message -> form.addError(new FormMessage(PASSWORD, message)));
        return form.createForm("micloud-own-proof.ftl");
    }

    private void takeProof(RequiredActionContext context) {
        String password = context.getHttpRequest().getDecodedFormParameters().getFirst(PASSWORD);
        if (!OwnProof.isPossible(context.getUser())) {
            context.challenge(askForProof(context, Optional.empty()));
            return;
        }
        if (password == null || password.isEmpty()) {
            context.challenge(askForProof(context, Optional.of("micloudPasswordMissing")));
            return;
        }
        Optional<String> wrong = new PasswordChanger(context.getSession()).wrong(context.getUser(), password);
        if (wrong.isPresent()) {
            context.getEvent()
                    .clone()
                    .event(EventType.LOGIN)
                    .user(context.getUser())
                    .error(wrong.get());
            context.challenge(askForProof(context, Optional.of("micloudPasswordWrongNoReset")));
            return;
        }
        SignIn.of(context.getAuthenticationSession()).provePassword(context.getUser());
        challenge(context);
    }
}
