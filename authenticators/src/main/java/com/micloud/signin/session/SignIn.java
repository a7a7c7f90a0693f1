package com.micloud.signin.session;

import com.micloud.signin.account.Account;
import com.micloud.signin.routing.Refusal;
import com.micloud.signin.routing.Route;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The decisions of one sign-in so far. They are in its authentication session, so that any step may run on any node.
 *
 * <p>Who was typed and which account was chosen are client notes: they must survive the way to a provider and back,
 * which drops everything else. What was proved is an auth note: it must not survive a restart.
 */
public final class SignIn {

    private static final String USERNAME = "micloud.username";
    private static final String USER = "micloud.user";
    private static final String ACCOUNT = "micloud.account";
    private static final String ROUTE = "micloud.route";
    private static final String PRESUMED_ACCOUNT = "micloud.presumedAccount";
    private static final String SUSPENDED_USERNAME = "micloud.suspendedUsername";
    private static final String SUSPENDED_ACCOUNT = "micloud.suspendedAccount";
    private static final String HINT_USED = "micloud.hintUsed";
    private static final String WRONG_ACCOUNTS = "micloud.wrongAccounts";

    private static final String PASSWORD_OF = "micloud.passwordOf";
    private static final String PASSWORD_TIME = "micloud.passwordTime";
    private static final String SESSION_OF = "micloud.sessionOf";
    private static final String WANTS_PASSWORD = "micloud.wantsPassword";
    private static final String PROVIDER_HINT_USED = "micloud.providerHintUsed";
    private static final String REFUSAL = "micloud.refusal";
    private static final String START_OVER = "micloud.startOver";
    private static final String REGISTERED = "micloud.registered";
    private static final String FIRST_PASSWORD = "micloud.firstPassword";

    /**
     * Stands where there is no id, and is as long as one: Keycloak hands client notes out in an encrypted cookie, whose
     * length would tell a stranger whether the username that was typed exists.
     */
    private static final String NONE = "00000000-0000-0000-0000-000000000000";

    private final AuthenticationSessionModel notes;

    private SignIn(AuthenticationSessionModel notes) {
        this.notes = notes;
    }

    public static SignIn of(AuthenticationSessionModel notes) {
        return new SignIn(notes);
    }

    /** Forgets who was typed and which account was chosen; the sign-in starts over. */
    public void forget() {
        notes.removeClientNote(USERNAME);
        notes.removeClientNote(USER);
        notes.removeClientNote(ACCOUNT);
        notes.removeClientNote(ROUTE);
        notes.removeClientNote(PRESUMED_ACCOUNT);
        BoundAccount.release(notes);
        Admission.withdraw(notes);
    }

    /** Notes who wants to sign in; an unknown name is noted as well, for it goes through the same pages. */
    public void enter(String username, Optional<UserModel> user) {
        forget();
        notes.setClientNote(USERNAME, username);
        notes.setClientNote(USER, user.map(UserModel::getId).orElse(NONE));
        notes.setClientNote(
                ACCOUNT,
                Optional.ofNullable(notes.getClientNote(SUSPENDED_ACCOUNT)).orElse(NONE));
        notes.removeClientNote(SUSPENDED_ACCOUNT);
        notes.setClientNote(PRESUMED_ACCOUNT, NONE);
    }

    /** The username as it was typed; empty before there is one. */
    public Optional<String> username() {
        return Optional.ofNullable(notes.getClientNote(USERNAME));
    }

    /** The id of the user who was typed; empty for an unknown name, and before one is typed. */
    public Optional<String> userId() {
        return id(USER);
    }

    /** Notes the account that the user chose. */
    public void choose(Account account) {
        notes.setClientNote(ACCOUNT, account.id());
    }

    /** The id of the chosen account; empty before the choice. */
    public Optional<String> accountId() {
        return id(ACCOUNT);
    }

    /** Notes the id of the account whose members' way somebody goes who belongs to none. */
    public void presume(String accountId) {
        notes.setClientNote(PRESUMED_ACCOUNT, accountId);
    }

    /** The id of the account that has registered the domain of the username; empty for a user who has an account. */
    public Optional<String> presumedAccountId() {
        return id(PRESUMED_ACCOUNT);
    }

    private Optional<String> id(String note) {
        return Optional.ofNullable(notes.getClientNote(note)).filter(id -> !id.equals(NONE));
    }

    /** Notes what the routing table said, for the event; that enough is proved is news only where nothing was asked. */
    public void take(Route route) {
        if (route != Route.ENTER || notes.getClientNote(ROUTE) == null) {
            notes.setClientNote(ROUTE, route.word());
        }
    }

    /** The last decision of the routing table before the admission or the refusal. */
    public Optional<Route> route() {
        return Optional.ofNullable(notes.getClientNote(ROUTE)).flatMap(Route::ofWord);
    }

    /** Keeps a username over the restart that ends another user's session in this browser. */
    public void suspend(String username) {
        notes.setClientNote(SUSPENDED_USERNAME, username);
    }

    /** Keeps a username, and the account that was chosen before, over the way back from another flow. */
    public void suspendWithAccount(String username) {
        suspend(username);
        accountId().ifPresent(id -> notes.setClientNote(SUSPENDED_ACCOUNT, id));
    }

    /** The username kept over a restart. It is returned once. */
    public Optional<String> resume() {
        String username = notes.getClientNote(SUSPENDED_USERNAME);
        notes.removeClientNote(SUSPENDED_USERNAME);
        return Optional.ofNullable(username);
    }

    /** Notes that the hint has moved the sign-in on: it does so once, else "Not you?" would lead nowhere. */
    public void useHint() {
        notes.setClientNote(HINT_USED, "true");
    }

    public boolean usedHint() {
        return notes.getClientNote(HINT_USED) != null;
    }

    /** Counts a number or label that names no account of the user; a start over does not end the count. */
    public void countWrongAccount() {
        notes.setClientNote(WRONG_ACCOUNTS, String.valueOf(wrongAccounts() + 1));
    }

    /** How many wrong account numbers and labels this sign-in had. */
    public int wrongAccounts() {
        return Optional.ofNullable(notes.getClientNote(WRONG_ACCOUNTS))
                .map(Integer::parseInt)
                .orElse(0);
    }

    /** Notes that the user has just given the right password. */
    public void provePassword(UserModel user) {
        notes.setAuthNote(PASSWORD_OF, givenBy(user));
        // A password that was set a moment ago is given after that, though the clock may say the same.
        long now = Math.max(Time.currentTimeMillis(), PasswordChange.of(user).time() + 1);
        notes.setAuthNote(PASSWORD_TIME, String.valueOf(now));
    }

    /** When the right password was given last in this sign-in, in milliseconds since the epoch; 0 when it was not. */
    public long passwordTime() {
        String time = notes.getAuthNote(PASSWORD_TIME);
        return time == null ? 0 : Long.parseLong(time);
    }

    /** Whether this user gave the right password in this sign-in, and it is still the right one. */
    public boolean passwordProvedBy(UserModel user) {
        String given = notes.getAuthNote(PASSWORD_OF);
        return given != null && given.equals(givenBy(user));
    }

    /** Whose password, and which: a sign-in may stay open while the password is changed elsewhere. */
    private static String givenBy(UserModel user) {
        return user.getId() + " " + PasswordChange.of(user).time();
    }

    /** Notes that this user has registered in this tab. */
    public void register(UserModel user) {
        notes.setAuthNote(REGISTERED, user.getId());
    }

    /** Whether this user has registered in this tab, and the sign-in has not begun since. */
    public boolean hasRegistered(UserModel user) {
        return user.getId().equals(notes.getAuthNote(REGISTERED));
    }

    /** Notes that whoever is entered is to be mailed the way to a first password. */
    public void askForFirstPassword() {
        notes.setAuthNote(FIRST_PASSWORD, "true");
    }

    /** The username of whoever is to be mailed the way to a first password; handed out once. */
    public Optional<String> takeFirstPassword() {
        Optional<String> asked =
                Optional.ofNullable(notes.getAuthNote(FIRST_PASSWORD)).flatMap(yes -> username());
        notes.removeAuthNote(FIRST_PASSWORD);
        return asked;
    }

    /** Notes that the browser's session of that user is relied on instead of a new proof. */
    public void relyOnSession(UserModel user) {
        notes.setAuthNote(SESSION_OF, user.getId());
    }

    /** Whether the browser's session of this user is relied on. */
    public boolean reliesOnSessionOf(UserModel user) {
        return Objects.equals(notes.getAuthNote(SESSION_OF), user.getId());
    }

    public void wantPassword() {
        notes.setAuthNote(WANTS_PASSWORD, "true");
    }

    public boolean wantsPassword() {
        return notes.getAuthNote(WANTS_PASSWORD) != null;
    }

    /** The user's way to a provider and back. */
    public ProviderVisit visit() {
        return ProviderVisit.of(notes);
    }

    /** True the first time only: a hint leads to a provider once, what comes after is the user's choice. */
    public boolean useProviderHint() {
        boolean first = notes.getAuthNote(PROVIDER_HINT_USED) == null;
        notes.setAuthNote(PROVIDER_HINT_USED, "true");
        return first;
    }

    /** Notes why the guard refuses; an account it has let the user into before no longer counts. */
    public void refuse(Refusal refusal) {
        BoundAccount.release(notes);
        Admission.withdraw(notes);
        notes.removeAuthNote(START_OVER);
        notes.setAuthNote(REFUSAL, refusal.reason());
    }

    /** Why the guard refused; empty when it did not. */
    public Optional<Refusal> refusal() {
        return Optional.ofNullable(notes.getAuthNote(REFUSAL)).flatMap(Refusal::ofReason);
    }

    /** Notes that this sign-in cannot be finished in the session it would join, but in one of its own. */
    public void startOver() {
        BoundAccount.release(notes);
        Admission.withdraw(notes);
        notes.setAuthNote(START_OVER, "true");
    }

    /** Whether the sign-in is to start over in a session of its own. */
    public boolean startsOver() {
        return notes.getAuthNote(START_OVER) != null;
    }

    /** Notes that the guard admits the user; an earlier refusal no longer counts. */
    public void admit(UserModel user) {
        Admission.note(notes, user);
        notes.removeAuthNote(REFUSAL);
        notes.removeAuthNote(START_OVER);
    }
}
