package com.micloud.signin.guard;

import com.micloud.signin.account.AccountDirectory;
import com.micloud.signin.account.SignInPolicy;
import com.micloud.signin.keycloak.BrowserSession;
import com.micloud.signin.keycloak.LoginActions;
import com.micloud.signin.session.NewPerson;
import com.micloud.signin.session.OwnProof;
import com.micloud.signin.session.SignIn;
import java.net.URI;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A person who has registered in this tab. Registration lets nobody in: it takes the tab to the beginning of the sign-in,
 * with the username filled in. A password that was set with it is the person's own proof there, and counts for what a
 * password counts.
 */
final class Registration {

    private final RequiredActionContext context;
    private final AuthenticationSessionModel notes;
    private final SignIn signIn;
    private final UserModel user;

    private Registration(RequiredActionContext context) {
        this.context = context;
        this.notes = context.getAuthenticationSession();
        this.signIn = SignIn.of(notes);
        this.user = context.getUser();
    }

    static Registration in(RequiredActionContext context) {
        return new Registration(context);
    }

    /** Whether this tab has just registered the very user who is in it. */
    boolean isDone() {
        if (NewPerson.isMadeIn(context.getSession(), user)) {
            LoginActions.forgetRegistration(notes);
            signIn.register(user);
            // Looked at in the same request: a password that comes later was set by whoever set it.
            if (OwnProof.isPossible(user)) {
                signIn.provePassword(user);
            }
        }
        return signIn.hasRegistered(user);
    }

    /** Whether there is nothing that this person could sign in with, and no account where that could change. */
    boolean isHopeless(AccountDirectory directory) {
        return !signIn.passwordProvedBy(user) && directory.accountsOf(user).isEmpty();
    }

    /** Where the new person goes on. */
    URI onward(AccountDirectory directory) {
        if (joinsSomebodyElse()) {
            signIn.suspend(user.getUsername());
            return LoginActions.restartForAnotherUser(context.getSession(), notes);
        }
        boolean proved = signIn.passwordProvedBy(user);
        if (!proved && getsFirstPassword(directory)) {
            signIn.enter(user.getUsername(), Optional.of(user));
            URI first = LoginActions.toForgottenPassword(context.getSession(), notes);
            signIn.askForFirstPassword();
            return first;
        }
        signIn.suspend(user.getUsername());
        URI beginning = LoginActions.backToSignIn(context.getSession(), notes);
        if (proved) {
            signIn.provePassword(user);
        }
        return beginning;
    }

    /** Keycloak's form takes the browser's cookie of whoever was signed in, but leaves the session, which this tab would join. */
    private boolean joinsSomebodyElse() {
        return BrowserSession.joinedBy(context.getSession(), notes)
                .filter(joined -> !joined.getUser().equals(user))
                .isPresent();
    }

    /** Where the realm has addresses verified first, Keycloak's form takes no password: a mail brings the way to set one. */
    private boolean getsFirstPassword(AccountDirectory directory) {
        return context.getRealm().isResetPasswordAllowed()
                && directory.accountsOf(user).stream()
                        .map(directory::methodsOf)
                        .anyMatch(methods -> methods.policy() != SignInPolicy.SSO_REQUIRED
                                && methods.policy() != SignInPolicy.MISCONFIGURED);
    }
}
