package com.micloud.signin.flow;

import com.micloud.signin.account.Account;
import com.micloud.signin.account.AccountDirectory;
import com.micloud.signin.account.SignInMethods;
import com.micloud.signin.application.Application;
import com.micloud.signin.application.ClientApplications;
import com.micloud.signin.application.Reentry;
import com.micloud.signin.keycloak.BrowserSession;
import com.micloud.signin.keycloak.GuardedRealm;
import com.micloud.signin.keycloak.LoginActions;
import com.micloud.signin.keycloak.Pace;
import com.micloud.signin.password.BruteForceProtection;
import com.micloud.signin.provider.ProviderFailure;
import com.micloud.signin.routing.Proved;
import com.micloud.signin.routing.Refusal;
import com.micloud.signin.routing.Route;
import com.micloud.signin.routing.SignInTable;
import com.micloud.signin.session.Hints;
import com.micloud.signin.session.OwnProof;
import com.micloud.signin.session.Proofs;
import com.micloud.signin.session.ProviderVisit.Trouble;
import com.micloud.signin.session.ShownAccount;
import com.micloud.signin.session.SignIn;
import com.micloud.signin.session.SignInEvent;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/** One request of one sign-in: who, for which account, from which application, and what the steps do with it. */
final class Journey {

    private final AuthenticationFlowContext context;
    private final Application application;
    private final SignIn signIn;
    private final Hints hints;
    private final AccountDirectory directory;
    private final Optional<UserModel> user;
    private final Optional<UserSessionModel> browserSession;
    private List<Account> memberships;
    private List<Account> accounts;

    private Journey(AuthenticationFlowContext context) {
        this.context = context;
        this.application =
                ClientApplications.of(context.getAuthenticationSession().getClient());
        this.signIn = SignIn.of(context.getAuthenticationSession());
        this.hints = Hints.of(context.getAuthenticationSession());
        this.directory = AccountDirectory.of(context.getSession());
        this.browserSession = BrowserSession.of(context.getSession(), context.getRealm());
        // A user who was removed meanwhile goes on like an unknown one.
        this.user = signIn.userId().map(id -> context.getSession().users().getUserById(context.getRealm(), id));
    }

    /** The journey that this request continues. */
    static Journey of(AuthenticationFlowContext context) {
        return new Journey(context);
    }

    Application application() {
        return application;
    }

    SignIn signIn() {
        return signIn;
    }

    Hints hints() {
        return hints;
    }

    /** The user who was typed; empty for an unknown name. */
    Optional<UserModel> user() {
        return user;
    }

    Optional<UserSessionModel> browserSession() {
        return browserSession;
    }

    private List<Account> memberships() {
        if (memberships == null) {
            memberships = user.map(directory::accountsOf).orElse(List.of());
        }
        return memberships;
    }

    /**
     * Every account of the user, switched off or not. Who belongs to none, unknown names included, goes the way of the
     * members of the account that has registered the domain of the username (spec: "Signing in", 7), until it is proved
     * who asks.
     */
    List<Account> accounts() {
        if (accounts == null) {
            accounts = memberships().isEmpty() && !identityProved()
                    ? signIn.presumedAccountId().flatMap(directory::find).stream()
                            .toList()
                    : memberships();
        }
        return accounts;
    }

    /** The accounts to choose from; those that are switched off only when there are no others. */
    List<Account> choices() {
        List<Account> enabled = accounts().stream().filter(Account::enabled).toList();
        return enabled.isEmpty() ? accounts().stream().limit(1).toList() : enabled;
    }

    /** The account of the user that the application named. */
    Optional<Account> hintedAccount() {
        return hints.account(accounts());
    }

    /** The chosen account, as long as it is one of the user's. */
    Optional<Account> account() {
        return signIn.accountId().flatMap(id -> accounts().stream()
                .filter(account -> account.id().equals(id))
                .findFirst());
    }

    /** The chosen account as the pages show it; empty where they may not. */
    Optional<ShownAccount> shownAccount() {
        boolean mayBeNamed = Disclosure.of(context.getRealm())
                .allowsNaming(identityProved(), choices().size());
        return account()
                .filter(account -> mayBeNamed)
                .map(account -> ShownAccount.of(context.getRealm(), directory, account));
    }

    SignInMethods methodsOf(Account account) {
        return directory.methodsOf(account);
    }

    /** Whether any of the accounts takes a password from this application. */
    boolean anyTakesPassword() {
        return choices().stream().anyMatch(account -> SignInTable.takesPassword(application, methodsOf(account)));
    }

    /** The browser's session of this very user, where the application lets it count instead of a new proof. */
    Optional<UserSessionModel> reusableSession() {
        return application.reentry() == Reentry.CREDENTIALS
                ? Optional.empty()
                : browserSession
                        .filter(session ->
                                user.filter(session.getUser()::equals).isPresent())
                        .filter(this::isFresh);
    }

    boolean isFresh(UserSessionModel session) {
        return !BrowserSession.mustBeProvedAnew(context.getSession(), context.getAuthenticationSession(), session);
    }

    /** Whether the user is known to be who was typed: by a password just now, or by this browser's session. */
    boolean identityProved() {
        return passwordProved() || reusableSession().isPresent();
    }

    /** Whether the user has just given a proof that is the person's own. */
    boolean ownProofGiven() {
        return passwordProved() || reusableSession().filter(OwnProof::isFreshIn).isPresent();
    }

    /**
     * Whether this application takes a proof of the person's own only, and the user can give none: no password, and no
     * account that takes one. Strangers in a registered domain of such an account are told the same.
     */
    boolean recordIsKeptElsewhere() {
        return !application.accountRequired()
                && !choices().isEmpty()
                && !anyTakesPassword()
                && user.filter(OwnProof::isPossible).isEmpty();
    }

    private boolean passwordProved() {
        return user.filter(signIn::passwordProvedBy).isPresent();
    }

    /** Decides what comes next for the chosen account, and notes it in the sign-in. */
    Route takeRoute(Account account, SignInMethods methods) {
        Proved earlier = reusableSession()
                .map(session -> Proofs.of(session).countFor(account, methods))
                .orElse(Proved.NOTHING);
        Proved proved = Proved.of(
                passwordProved() || earlier == Proved.PASSWORD || earlier == Proved.BOTH,
                earlier == Proved.PROVIDER || earlier == Proved.BOTH);
        Route route = SignInTable.route(
                application,
                methods,
                proved,
                signIn.wantsPassword(),
                signIn.visit().trouble().isPresent());
        signIn.take(route);
        return route;
    }

    /** Lets the user on: with the password just given, else with what this browser's session has proved. */
    void enter() {
        UserModel entering = user.orElseThrow();
        if (!signIn.passwordProvedBy(entering)) {
            UserSessionModel session = reusableSession().orElseThrow();
            signIn.relyOnSession(entering);
            BrowserSession.markReuse(context.getAuthenticationSession());
            context.attachUserSession(session);
        }
        context.setUser(entering);
        context.success();
    }

    /** Sends the user to a provider of the account. */
    void goToProvider(String alias) {
        signIn.visit().begin(alias);
        answer(LoginActions.toProvider(context, alias, signIn.username().orElse("")));
    }

    /**
     * Whether a provider has just sent the user back with an error, which is then noted. Keycloak runs the step that
     * sent the user there again, at an address that cannot be reloaded; so the page is shown at the step's own.
     */
    boolean returnsFromTrouble() {
        if (context.getForwardedErrorMessage() == null
                || signIn.visit().provider().isEmpty()) {
            signIn.visit().reasonToReport().ifPresent(this::reportTrouble);
            return false;
        }
        noteTrouble();
        LoginActions.dropForwardedError(context);
        context.forceChallenge(Response.seeOther(context.getRefreshUrl(false)).build());
        return true;
    }

    /**
     * Leaves the event by which an operator finds a sign-in that failed at its provider. Keycloak leaves none when the
     * provider sends the user back with an error, and none that names provider or user when its answer is not accepted.
     */
    private void reportTrouble(String reason) {
        EventBuilder event = context.getEvent()
                .clone()
                .event(EventType.IDENTITY_PROVIDER_LOGIN)
                .detail(Details.IDENTITY_PROVIDER, signIn.visit().provider().orElse(""))
                .detail(Details.REASON, reason);
        user.ifPresent(event::user);
        SignInEvent.on(event).account(account());
        event.error(Errors.IDENTITY_PROVIDER_LOGIN_FAILURE);
    }

    void noteTrouble() {
        String message = context.getForwardedErrorMessage().getMessage();
        signIn.visit()
                .fail(
                        LoginActions.isCancelled(message) ? Trouble.CANCELLED : Trouble.FAILED,
                        ProviderFailure.reason(context.getSession(), message));
    }

    /** Ends the sign-in where the route says so, or because the account is switched off. */
    void refuse(Route route) {
        boolean closed = account().filter(account -> !account.enabled()).isPresent();
        refuse(closed ? Refusal.ACCOUNT_DISABLED : route.refusal().orElse(Refusal.METHOD_NOT_ACCEPTED));
    }

    /** Makes the events and pages of this request name the user as typed. */
    void noteAttempt() {
        signIn.username().ifPresent(username -> {
            BruteForceProtection.noteAttempt(context, username);
            context.getEvent().detail(Details.USERNAME, username);
        });
    }

    /** Ends the sign-in with a page that says why, and an event that says so precisely. */
    void refuse(Refusal refusal) {
        user.ifPresent(refused -> context.getEvent().user(refused));
        SignInEvent.on(context.getEvent())
                .account(account())
                .route(signIn.route())
                .refused(refusal);
        answer(page().refused(refusal));
    }

    /** Whether the guard can do its work in the realm; without it nobody is let in. */
    boolean guarded() {
        return GuardedRealm.isOpen(context.getRealm());
    }

    /** Why nobody signs in to this application; empty where people do. */
    Optional<Refusal> closed() {
        if (!guarded()) {
            return Optional.of(Refusal.REALM_MISCONFIGURED);
        }
        return application.mistakes().isEmpty() ? Optional.empty() : Optional.of(Refusal.APPLICATION_MISCONFIGURED);
    }

    Page page() {
        return new Page(context, this);
    }

    void show(Response page) {
        Pace.in(context.getSession()).ifPresent(Pace::keep);
        context.challenge(page);
    }

    private void answer(Response response) {
        Pace.in(context.getSession()).ifPresent(Pace::keep);
        context.forceChallenge(response);
    }
}
