package com.micloud.signin.guard;

import com.micloud.signin.keycloak.BrowserSession;
import com.micloud.signin.keycloak.RequiredActions;
import com.micloud.signin.password.forgotten.ForgottenPasswordTab;
import com.micloud.signin.password.forgotten.ProvenReset;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The proof that a user reads a certain mail, by its link or by the code of a reset mail, in a tab where nothing else was
 * shown. The guard has nothing to judge then.
 */
final class MailProof {

    private final RequiredActionContext context;
    private final AuthenticationSessionModel notes;

    MailProof(RequiredActionContext context) {
        this.context = context;
        this.notes = context.getAuthenticationSession();
    }

    /** Whether this tab ends with a page, so that nobody may sign in in it. */
    static boolean endsWithPage(AuthenticationSessionModel notes) {
        return BrowserSession.endsWithoutSession(notes) || ForgottenPasswordTab.is(notes);
    }

    /**
     * Leads the tab on by what a mail has shown, and says whether a mail has shown anything. With a reset mail first the
     * new password is set, and only that; where the tab belongs to an application the sign-in then begins anew with it, and
     * is judged like any other.
     */
    boolean carryOn() {
        Optional<ProvenReset> reset = ProvenReset.of(notes, context.getUser());
        if (endsWithPage(notes)) {
            boolean proved = reset.isPresent() || BrowserSession.cameByMailedLink(notes, context.getUser());
            if (proved) {
                notes.removeRequiredAction(GuardAction.ID);
            }
            return proved;
        }
        if (reset.isPresent() && !reset.get().isRedeemed() && canSetPassword()) {
            notes.removeRequiredAction(GuardAction.ID);
            notes.addRequiredAction(UserModel.RequiredAction.UPDATE_PASSWORD);
        } else if (reset.isPresent()) {
            notes.addRequiredAction(GuardAction.ID);
        }
        return reset.isPresent();
    }

    /** Without that page Keycloak would let the user in as if nothing were left to do. */
    private boolean canSetPassword() {
        return RequiredActions.isOn(context.getRealm(), UserModel.RequiredAction.UPDATE_PASSWORD.name());
    }
}
