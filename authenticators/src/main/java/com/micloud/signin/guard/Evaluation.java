package com.micloud.signin.guard;

import com.micloud.signin.account.AccountDirectory;
import com.micloud.signin.application.Application;
import com.micloud.signin.application.ClientApplications;
import com.micloud.signin.guard.Verdict.Admitted;
import com.micloud.signin.guard.Verdict.AdmittedWithoutAccount;
import com.micloud.signin.guard.Verdict.Refused;
import com.micloud.signin.keycloak.BrowserSession;
import com.micloud.signin.keycloak.GuardedRealm;
import com.micloud.signin.password.change.PasswordChangeTab;
import com.micloud.signin.provider.BrokeredUsername;
import com.micloud.signin.routing.Refusal;
import com.micloud.signin.session.Method;
import com.micloud.signin.session.Proofs;
import com.micloud.signin.session.SignIn;
import com.micloud.signin.session.SignInEvent;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.common.util.Time;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * One evaluation of a sign-in by the guard. Keycloak evaluates several times in one sign-in, and the last result counts.
 */
final class Evaluation {

    private final RequiredActionContext context;
    private final AuthenticationSessionModel notes;
    private final SignIn signIn;
    private final AccountDirectory directory;
    private final Optional<Guard.Word> word;

    Evaluation(RequiredActionContext context) {
        this.context = context;
        this.notes = context.getAuthenticationSession();
        this.signIn = SignIn.of(notes);
        this.directory = AccountDirectory.of(context.getSession());
        this.word = word(notes);
    }

    /** Admits the user, refuses the user, or leaves the guard as an action to come. */
    void run() {
        Optional<Refusal> hopeless = hopeless();
        if (hopeless.isPresent()) {
            refuse(hopeless.get());
            return;
        }
        if (word.isEmpty() && new MailProof(context).carryOn()) {
            return;
        }
        if (MailProof.endsWithPage(notes)) {
            refuse(Refusal.NOT_STARTED_HERE);
            return;
        }
        Registration registration = Registration.in(context);
        if (word.isEmpty() && registration.isDone()) {
            if (registration.isHopeless(directory)) {
                refuse(Refusal.NO_ACCOUNT);
            } else {
                notes.addRequiredAction(GuardAction.ID);
            }
            return;
        }
        Optional<UserSessionModel> own = BrowserSession.of(context.getSession(), notes.getRealm());
        Optional<UserSessionModel> joined = signIn.reliesOnSessionOf(context.getUser())
                ? own
                : BrowserSession.joinedBy(context.getSession(), notes);
        if (joined.filter(session -> isOthers(session, context.getUser(), own)).isPresent()) {
            signIn.startOver();
            notes.addRequiredAction(GuardAction.ID);
            return;
        }
        judge(joined);
    }

    private void judge(Optional<UserSessionModel> joined) {
        long now = Time.currentTimeMillis();
        Application application = ClientApplications.of(notes.getClient());
        Proofs earlier = joined.map(Proofs::of).orElse(Proofs.none());
        Verdict verdict = new Guard(application, signIn, directory, now).judge(context.getUser(), word, earlier);
        Entry entry = new Entry(context, joined, earlier, now);
        if (verdict instanceof Admitted admitted) {
            entry.to(admitted, directory);
        } else if (verdict instanceof AdmittedWithoutAccount admitted) {
            entry.withoutAccount(admitted);
        } else if (verdict instanceof Refused refused) {
            refuse(refused.refusal());
        }
    }

    /** Why nobody can get in by this tab, whatever they prove; empty where somebody can. */
    private Optional<Refusal> hopeless() {
        if (!GuardedRealm.isOpen(notes.getRealm())) {
            return Optional.of(Refusal.REALM_MISCONFIGURED);
        }
        // Its own flow never comes so far; from its page one can only have gone to a provider by oneself.
        return PasswordChangeTab.is(notes) ? Optional.of(Refusal.NOT_STARTED_HERE) : Optional.empty();
    }

    /**
     * Whether a session is not for this sign-in to join: somebody else has signed in to this browser meanwhile, or the
     * session belongs to another browser, whose cookie for sign-ins under way was planted here.
     */
    private static boolean isOthers(UserSessionModel session, UserModel user, Optional<UserSessionModel> own) {
        boolean ownSession =
                own.filter(mine -> mine.getId().equals(session.getId())).isPresent();
        return !ownSession || !session.getUser().equals(user);
    }

    private void refuse(Refusal refusal) {
        boolean reported = signIn.refusal().filter(refusal::equals).isPresent();
        signIn.refuse(refusal);
        notes.addRequiredAction(GuardAction.ID);
        if (!reported) {
            report(refusal);
        }
    }

    private void report(Refusal refusal) {
        EventBuilder event = context.getEvent().clone().event(EventType.LOGIN).user(context.getUser());
        signIn.username().ifPresent(username -> event.detail(Details.USERNAME, username));
        SignInEvent told = SignInEvent.on(event)
                .account(signIn.accountId().flatMap(directory::find))
                .route(signIn.route());
        word.ifPresent(said -> told.method(new Method.ByProvider(said.alias())));
        told.refused(refusal);
    }

    /** What a provider said in this sign-in: Keycloak notes it before it asks for required actions. */
    private static Optional<Guard.Word> word(AuthenticationSessionModel notes) {
        return Optional.ofNullable(notes.getUserSessionNotes().get(Details.IDENTITY_PROVIDER))
                .map(alias -> new Guard.Word(alias, BrokeredUsername.in(notes, alias)));
    }
}
