package com.micloud.signin.guard;

import com.micloud.signin.account.Account;
import com.micloud.signin.account.AccountDirectory;
import com.micloud.signin.account.SignInMethods;
import com.micloud.signin.application.Application;
import com.micloud.signin.guard.Verdict.Admitted;
import com.micloud.signin.guard.Verdict.AdmittedWithoutAccount;
import com.micloud.signin.guard.Verdict.Refused;
import com.micloud.signin.routing.AccountAccess;
import com.micloud.signin.routing.Proved;
import com.micloud.signin.routing.Refusal;
import com.micloud.signin.routing.SignInTable;
import com.micloud.signin.session.Method;
import com.micloud.signin.session.OwnProof;
import com.micloud.signin.session.Proofs;
import com.micloud.signin.session.SignIn;
import java.util.Optional;
import org.keycloak.models.UserModel;

/**
 * Decides whether a person may get a session. The person must be the one who was asked for, must be a member of the
 * account, and must have a proof that the account accepts (spec: "Signing in", 4 and 9). It relies on no step of the
 * flow.
 */
final class Guard {

    private final Application application;
    private final SignIn signIn;
    private final AccountDirectory directory;
    private final long now;

    /**
     * A guard of one sign-in.
     *
     * @param now milliseconds since the epoch
     */
    Guard(Application application, SignIn signIn, AccountDirectory directory, long now) {
        this.application = application;
        this.signIn = signIn;
        this.directory = directory;
        this.now = now;
    }

    /**
     * The assertion of a provider in this sign-in.
     *
     * @param alias which provider
     * @param username the username it asserted
     */
    record Word(String alias, String username) {}

    /**
     * Judges.
     *
     * @param user who is about to get a session
     * @param word what a provider said; empty when none was asked
     * @param earlier what the browser session that this sign-in joins has proved
     */
    Verdict judge(UserModel user, Optional<Word> word, Proofs earlier) {
        boolean asked = signIn.username().isPresent();
        if (!asked || !application.mistakes().isEmpty()) {
            return new Refused(asked ? Refusal.APPLICATION_MISCONFIGURED : Refusal.NOT_STARTED_HERE);
        }
        // An unknown name is refused in the words for a known one that is somebody else's.
        if (!signIn.userId().equals(Optional.of(user.getId()))
                || word.filter(said -> !AssertedName.same(said.username(), user.getUsername()))
                        .isPresent()) {
            return new Refused(Refusal.USERNAME_MISMATCH);
        }
        if (!user.isEnabled()) {
            return new Refused(Refusal.USER_DISABLED);
        }
        if (!application.accountRequired()) {
            return judgeOwnProof(user, word, earlier);
        }
        return signIn.accountId()
                .flatMap(directory::find)
                .map(account -> judge(user, account, word, earlier))
                .orElseGet(() -> new Refused(
                        directory.accountsOf(user).isEmpty() ? Refusal.NO_ACCOUNT : Refusal.ACCOUNT_NOT_CHOSEN));
    }

    /** Judges a person without an account. No provider can give a proof here (spec: "The person's own record", 2). */
    private Verdict judgeOwnProof(UserModel user, Optional<Word> word, Proofs earlier) {
        boolean proved =
                signIn.passwordProvedBy(user) || (signIn.reliesOnSessionOf(user) && OwnProof.isFresh(earlier, now));
        return word.isEmpty() && proved
                ? new AdmittedWithoutAccount(new Method.Password())
                : new Refused(Refusal.OWN_PROOF_MISSING);
    }

    private Verdict judge(UserModel user, Account account, Optional<Word> word, Proofs earlier) {
        boolean member = directory.isMember(account, user);
        Optional<Method> given = word.<Method>map(said -> new Method.ByProvider(said.alias()))
                .or(() -> signIn.passwordProvedBy(user) ? Optional.of(new Method.Password()) : Optional.empty());
        if (given.isEmpty()) {
            return AccountAccess.of(account, member)
                    .refusal()
                    .<Verdict>map(Refused::new)
                    .orElseGet(() -> judgeSession(user, account, earlier));
        }
        AccountAccess access = AccountAccess.of(
                application, account, member, () -> directory.methodsOf(account), word.map(Word::alias));
        return switch (access) {
            case OPEN -> new Admitted(account, given.get());
            case METHOD_NOT_ACCEPTED -> refused(directory.methodsOf(account));
            default -> new Refused(access.refusal().orElseThrow());
        };
    }

    private Verdict judgeSession(UserModel user, Account account, Proofs earlier) {
        if (!signIn.reliesOnSessionOf(user)) {
            return new Refused(Refusal.NOT_STARTED_HERE);
        }
        SignInMethods methods = directory.methodsOf(account);
        return earlier.opens(application, account, methods)
                .<Verdict>map(method -> new Admitted(account, method))
                .orElseGet(() -> refused(methods));
    }

    /** The table knows more exactly why an account takes no proof. */
    private Verdict refused(SignInMethods methods) {
        return new Refused(SignInTable.route(application, methods, Proved.NOTHING, false, false)
                .refusal()
                .orElse(Refusal.METHOD_NOT_ACCEPTED));
    }
}
