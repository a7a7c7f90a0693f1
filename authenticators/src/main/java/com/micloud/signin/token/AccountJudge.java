package com.micloud.signin.token;

import com.micloud.signin.account.AccountDirectory;
import com.micloud.signin.application.Application;
import com.micloud.signin.routing.AccountAccess;
import com.micloud.signin.routing.Refusal;
import com.micloud.signin.session.BoundAccount;
import com.micloud.signin.session.Grant;
import com.micloud.signin.session.Method;
import com.micloud.signin.session.OwnProof;
import com.micloud.signin.session.PasswordChange;
import com.micloud.signin.session.Proofs;
import java.util.Optional;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/** Says whether an account that the guard let somebody into earlier is still open to them. */
final class AccountJudge {

    private final AccountDirectory directory;
    private final Application application;

    AccountJudge(AccountDirectory directory, Application application) {
        this.directory = directory;
        this.application = application;
    }

    /**
     * Why a grant counts no longer: the account is closed now, or the password was changed since, elsewhere than in the
     * session of the grant itself. Empty when it counts.
     */
    Optional<Refusal> refusal(UserSessionModel session, Grant grant) {
        Optional<Refusal> closed = refusal(session.getUser(), grant.account());
        if (closed.isPresent()) {
            return closed;
        }
        PasswordChange change = PasswordChange.of(session.getUser());
        boolean removed = change.removed() && grant.account().method() instanceof Method.Password;
        return removed || (change.isAfter(grant.time()) && !Proofs.isOfTheLastChange(session, change))
                ? Optional.of(Refusal.PASSWORD_CHANGED)
                : Optional.empty();
    }

    /** Why the account is closed now; empty when it is open. */
    Optional<Refusal> refusal(UserModel user, BoundAccount bound) {
        return directory
                .find(bound.accountId())
                .map(account -> AccountAccess.of(
                        application,
                        account,
                        directory.isMember(account, user),
                        () -> directory.methodsOf(account),
                        bound.method() instanceof Method.ByProvider provider
                                ? Optional.of(provider.alias())
                                : Optional.empty()))
                .orElse(AccountAccess.NOT_A_MEMBER)
                .refusal()
                // The provider was the account's when the user signed in: it is the way that is closed now.
                .map(refusal -> refusal == Refusal.WRONG_PROVIDER ? Refusal.METHOD_NOT_ACCEPTED : refusal);
    }

    /**
     * Why nobody gets tokens that name no account; empty for services, and in applications that need none, as long as the
     * session was opened by a proof of the person's own.
     */
    Optional<Refusal> refusalWithoutAccount(UserSessionModel session) {
        UserModel user = session.getUser();
        if (user.getServiceAccountClientLink() != null) {
            return Optional.empty();
        }
        if (!application.accountRequired()) {
            return OwnProof.isBehind(session) ? Optional.empty() : Optional.of(Refusal.OWN_PROOF_MISSING);
        }
        return Optional.of(directory.accountsOf(user).isEmpty() ? Refusal.NO_ACCOUNT : Refusal.ACCOUNT_NOT_CHOSEN);
    }
}
