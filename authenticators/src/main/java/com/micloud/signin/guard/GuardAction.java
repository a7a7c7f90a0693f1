package com.micloud.signin.guard;

import com.micloud.signin.account.AccountDirectory;
import com.micloud.signin.application.Application;
import com.micloud.signin.application.ClientApplications;
import com.micloud.signin.guard.Verdict.Admitted;
import com.micloud.signin.guard.Verdict.AdmittedWithoutAccount;
import com.micloud.signin.guard.Verdict.Refused;
import com.micloud.signin.keycloak.BrowserSession;
import com.micloud.signin.keycloak.GuardedRealm;
import com.micloud.signin.keycloak.LoginActions;
import com.micloud.signin.keycloak.RequiredActions;
import com.micloud.signin.password.change.PasswordChangeTab;
import com.micloud.signin.password.forgotten.ForgottenPasswordTab;
import com.micloud.signin.password.forgotten.ProvenReset;
import com.micloud.signin.provider.BrokeredUsername;
import com.micloud.signin.provider.ProviderWrites;
import com.micloud.signin.routing.Refusal;
import com.micloud.signin.session.AppVersion;
import com.micloud.signin.session.BoundAccount;
import com.micloud.signin.session.Grant;
import com.micloud.signin.session.Method;
import com.micloud.signin.session.Proofs;
import com.micloud.signin.session.RedemptionKey;
import com.micloud.signin.session.RememberMe;
import com.micloud.signin.session.SessionLabel;
import com.micloud.signin.session.ShownAccount;
import com.micloud.signin.session.SignIn;
import com.micloud.signin.session.SignInEvent;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.common.util.Time;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Runs the guard where every way in passes: Keycloak evaluates required actions after passwords, providers, first
 * sign-ins through a provider and whatever else ends in a session.
 */
public final class GuardAction implements RequiredActionProvider {

    public static final String ID = GuardedRealm.GUARD;

    /** Judges; Keycloak calls this several times in one sign-in, and the last word counts. */
    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        AuthenticationSessionModel notes = context.getAuthenticationSession();
        // An application that asked for the guard as its action would make Keycloak skip it.
        if (ID.equals(notes.getClientNote(Constants.KC_ACTION))) {
            notes.removeClientNote(Constants.KC_ACTION);
        }
        SignIn signIn = SignIn.of(notes);
        AccountDirectory directory = AccountDirectory.of(context.getSession());
        Optional<Refusal> hopeless = hopeless(notes);
        if (hopeless.isPresent()) {
            refuse(context, notes, signIn, directory, hopeless.get());
            return;
        }
        if (word(notes).isEmpty() && isProvedByMail(context)) {
            return;
        }
        if (endsWithPage(notes)) {
            refuse(context, notes, signIn, directory, Refusal.NOT_STARTED_HERE);
            return;
        }
        Registration registration = Registration.in(context);
        if (word(notes).isEmpty() && registration.isDone()) {
            if (registration.isHopeless(directory)) {
                refuse(context, notes, signIn, directory, Refusal.NO_ACCOUNT);
            } else {
                notes.addRequiredAction(ID);
            }
            return;
        }
        Optional<UserSessionModel> own = BrowserSession.of(context.getSession(), notes.getRealm());
        Optional<UserSessionModel> joined = signIn.reliesOnSessionOf(context.getUser())
                ? own
                : BrowserSession.joinedBy(context.getSession(), notes);
        if (joined.filter(session -> isOthers(session, context.getUser(), own)).isPresent()) {
            signIn.startOver();
            notes.addRequiredAction(ID);
            return;
        }
        Application application = ClientApplications.of(notes.getClient());
        Proofs earlier = joined.map(Proofs::of).orElse(Proofs.none());
        Verdict verdict =
                new Guard(application, signIn, directory, now()).judge(context.getUser(), word(notes), earlier);
        if (verdict instanceof Admitted admitted) {
            ProviderWrites.make(context.getSession(), context.getUser());
            admit(context, signIn, joined);
            ShownAccount.of(notes.getRealm(), directory, admitted.account()).keepIn(notes);
            Grant.of(notes, new BoundAccount(admitted.account().id(), admitted.method()), declaredVersion(notes), now())
                    .bind(notes, redemptionKey(context.getSession(), notes));
            SessionLabel.write(context.getSession(), notes, joined, admitted.account());
            if (!signIn.reliesOnSessionOf(context.getUser())) {
                boolean password = admitted.method() instanceof Method.Password;
                earlier.with(admitted.account(), admitted.method(), password ? signIn.passwordTime() : now())
                        .write(notes);
            }
            SignInEvent.on(context.getEvent())
                    .account(Optional.of(admitted.account()))
                    .method(admitted.method())
                    .route(signIn.route());
        } else if (verdict instanceof AdmittedWithoutAccount admitted) {
            admit(context, signIn, joined);
            if (signIn.passwordProvedBy(context.getUser())) {
                earlier.withPassword(signIn.passwordTime()).write(notes);
            }
            SignInEvent.on(context.getEvent()).method(admitted.method());
        } else if (verdict instanceof Refused refused) {
            refuse(context, notes, signIn, directory, refused.refusal());
        }
    }

    /** Why nobody can get in by this tab, whatever they prove; empty where somebody can. */
    private static Optional<Refusal> hopeless(AuthenticationSessionModel notes) {
        if (!GuardedRealm.isOpen(notes.getRealm())) {
            return Optional.of(Refusal.REALM_MISCONFIGURED);
        }
        // Its own flow never comes so far; from its page one can only have gone to a provider by oneself.
        return PasswordChangeTab.is(notes) ? Optional.of(Refusal.NOT_STARTED_HERE) : Optional.empty();
    }

    /** Whether this tab ends with a page, so that nobody may sign in in it. */
    private static boolean endsWithPage(AuthenticationSessionModel notes) {
        return BrowserSession.endsWithoutSession(notes) || ForgottenPasswordTab.is(notes);
    }

    /**
     * Whether the user has shown nothing but that they read a certain mail: by a link, or by the code of a reset mail. There
     * is nothing to judge then. With a reset mail first the new password is set, and only that; where the tab belongs to an
     * application the sign-in then begins anew with it, and is judged like any other.
     */
    private static boolean isProvedByMail(RequiredActionContext context) {
        AuthenticationSessionModel notes = context.getAuthenticationSession();
        Optional<ProvenReset> reset = ProvenReset.of(notes, context.getUser());
        if (endsWithPage(notes)) {
            boolean proved = reset.isPresent() || BrowserSession.cameByMailedLink(notes, context.getUser());
            if (proved) {
                notes.removeRequiredAction(ID);
            }
            return proved;
        }
        if (reset.isPresent() && !reset.get().isRedeemed() && canSetPassword(context)) {
            notes.removeRequiredAction(ID);
            notes.addRequiredAction(UserModel.RequiredAction.UPDATE_PASSWORD);
        } else if (reset.isPresent()) {
            notes.addRequiredAction(ID);
        }
        return reset.isPresent();
    }

    /** Without that page Keycloak would let the user in as if nothing were left to do. */
    private static boolean canSetPassword(RequiredActionContext context) {
        return RequiredActions.isOn(context.getRealm(), UserModel.RequiredAction.UPDATE_PASSWORD.name());
    }

    /** What Keycloak will ask of whoever redeems the outcome of this sign-in. */
    private static RedemptionKey redemptionKey(KeycloakSession session, AuthenticationSessionModel notes) {
        return DeviceSignIn.deviceCode(session, notes)
                .map(RedemptionKey::ofDevice)
                .orElseGet(() -> RedemptionKey.ofCode(
                        notes.getClientNote(OIDCLoginProtocol.CODE_CHALLENGE_PARAM),
                        notes.getClientNote(OIDCLoginProtocol.NONCE_PARAM)));
    }

    // Keycloak keeps request parameters it does not know under this prefix.
    private static AppVersion declaredVersion(AuthenticationSessionModel notes) {
        return AppVersion.declared(
                Optional.ofNullable(notes.getClientNote("client_request_param_" + AppVersion.PARAMETER)));
    }

    private static long now() {
        return Time.currentTimeMillis();
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

    private static void admit(RequiredActionContext context, SignIn signIn, Optional<UserSessionModel> joined) {
        context.getAuthenticationSession().removeRequiredAction(ID);
        RememberMe.of(context.getAuthenticationSession()).tell(joined);
        signIn.admit(context.getUser());
    }

    private static void refuse(
            RequiredActionContext context,
            AuthenticationSessionModel notes,
            SignIn signIn,
            AccountDirectory directory,
            Refusal refusal) {
        boolean reported = signIn.refusal().filter(refusal::equals).isPresent();
        signIn.refuse(refusal);
        notes.addRequiredAction(ID);
        if (!reported) {
            report(context, notes, signIn, directory, refusal);
        }
    }

    private static void report(
            RequiredActionContext context,
            AuthenticationSessionModel notes,
            SignIn signIn,
            AccountDirectory directory,
            Refusal refusal) {
        EventBuilder event = context.getEvent().clone().event(EventType.LOGIN).user(context.getUser());
        signIn.username().ifPresent(username -> event.detail(Details.USERNAME, username));
        SignInEvent told = SignInEvent.on(event)
                .account(signIn.accountId().flatMap(directory::find))
                .route(signIn.route());
        word(notes).ifPresent(said -> told.method(new Method.ByProvider(said.alias())));
        told.refused(refusal);
    }

    /** What a provider said in this sign-in: Keycloak notes it before it asks for required actions. */
    private static Optional<Guard.Word> word(AuthenticationSessionModel notes) {
        return Optional.ofNullable(notes.getUserSessionNotes().get(Details.IDENTITY_PROVIDER))
                .map(alias -> new Guard.Word(alias, BrokeredUsername.in(notes, alias)));
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        AuthenticationSessionModel notes = context.getAuthenticationSession();
        SignIn signIn = SignIn.of(notes);
        Optional<String> username = signIn.username().filter(name -> signIn.startsOver());
        if (username.isPresent()) {
            signIn.suspend(username.get());
            context.challenge(Response.seeOther(LoginActions.restartForAnotherUser(context.getSession(), notes))
                    .build());
            return;
        }
        Registration registration = Registration.in(context);
        AccountDirectory directory = AccountDirectory.of(context.getSession());
        if (registration.isDone() && !registration.isHopeless(directory)) {
            context.challenge(Response.seeOther(registration.onward(directory)).build());
            return;
        }
        if (ProvenReset.of(notes, context.getUser())
                .filter(ProvenReset::isRedeemed)
                .isPresent()) {
            signIn.suspendWithAccount(context.getUser().getUsername());
            URI beginning = LoginActions.backToSignIn(context.getSession(), notes);
            signIn.provePassword(context.getUser());
            context.challenge(Response.seeOther(beginning).build());
            return;
        }
        Refusal refusal = signIn.refusal().orElse(Refusal.NOT_STARTED_HERE);
        context.challenge(RefusalPage.draw(context.getSession(), notes, context.form(), refusal));
    }

    /** There is nothing to do on the refusal page; whatever is posted to it shows it again. */
    @Override
    public void processAction(RequiredActionContext context) {
        requiredActionChallenge(context);
    }

    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.NOT_SUPPORTED;
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
