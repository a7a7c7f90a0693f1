package com.micloud.signin.password.change;

import com.micloud.signin.password.BruteForceProtection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.policy.PasswordPolicyManagerProvider;
import org.keycloak.policy.PolicyError;

/** Changes a password for its user, on every page with that form. */
public final class PasswordChanger {

    private final KeycloakSession session;

    public PasswordChanger(KeycloakSession session) {
        this.session = session;
    }

    /** The event error where this is not the user's current password; a right one ends the count of wrong ones. */
    public Optional<String> wrong(UserModel user, String current) {
        Optional<String> wrong = BruteForceProtection.wrong(session, user, current);
        if (wrong.isEmpty()) {
            BruteForceProtection.forgive(session, user);
        }
        return wrong;
    }

    /** Changes the password of a user whose current one need not be asked for; empty when it is changed. */
    public Optional<PasswordRefusal> change(UserModel user, PasswordForm form) {
        List<FormMessage> problems = form.gaps(false);
        if (!problems.isEmpty()) {
            String error = gapError(form);
            brokenRules(user, form.fresh()).ifPresent(problems::add);
            return Optional.of(new PasswordRefusal(error, problems));
        }
        return write(user, form.fresh());
    }

    /**
     * Changes the password where the current one is given and right.
     *
     * @param user whose password it is; empty for a name that nobody has, which is answered as any other
     * @param check the event error where the current password does not count; asked once, and only where one was given
     * @param wrongMessage what the page then says
     * @return why it was not changed; empty when it was
     */
    public Optional<PasswordRefusal> change(
            Optional<UserModel> user, PasswordForm form, Supplier<Optional<String>> check, String wrongMessage) {
        List<FormMessage> problems = form.gaps(true);
        Optional<String> wrong = form.current().isEmpty() ? Optional.empty() : check.get();
        wrong.ifPresent(error -> problems.add(new FormMessage(PasswordForm.CURRENT, wrongMessage)));
        if (problems.isEmpty()) {
            return write(user.orElseThrow(), form.fresh());
        }
        // Whoever has not given the current password must not learn by the rules whether the new one is the same.
        boolean proved = !form.current().isEmpty() && wrong.isEmpty();
        user.filter(known -> proved)
                .map(known -> brokenRules(known, form.fresh()))
                .orElseGet(() -> brokenRules(form.fresh()))
                .ifPresent(problems::add);
        return Optional.of(new PasswordRefusal(wrong.orElse(gapError(form)), problems));
    }

    private static String gapError(PasswordForm form) {
        boolean missing = form.current().isEmpty() || form.fresh().isEmpty();
        return missing ? Errors.PASSWORD_MISSING : Errors.PASSWORD_CONFIRM_ERROR;
    }

    private Optional<FormMessage> brokenRules(UserModel user, String fresh) {
        return fresh.isEmpty()
                ? Optional.empty()
                : message(policies().validate(session.getContext().getRealm(), user, fresh));
    }

    private Optional<FormMessage> brokenRules(String fresh) {
        return fresh.isEmpty() ? Optional.empty() : message(policies().validate("", fresh));
    }

    private PasswordPolicyManagerProvider policies() {
        return session.getProvider(PasswordPolicyManagerProvider.class);
    }

    private static Optional<FormMessage> message(PolicyError broken) {
        return Optional.ofNullable(broken)
                .map(error -> new FormMessage(PasswordForm.FRESH, error.getMessage(), error.getParameters()));
    }

    private static Optional<PasswordRefusal> write(UserModel user, String fresh) {
        try {
            user.credentialManager().updateCredential(UserCredentialModel.password(fresh, false));
            return Optional.empty();
        } catch (ModelException e) {
            FormMessage message = new FormMessage(PasswordForm.FRESH, e.getMessage(), e.getParameters());
            return Optional.of(new PasswordRefusal(Errors.PASSWORD_REJECTED, List.of(message)));
        }
    }
}
