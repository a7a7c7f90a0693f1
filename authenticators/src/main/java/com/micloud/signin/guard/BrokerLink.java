package com.micloud.signin.guard;

import com.micloud.signin.account.Account;
import com.micloud.signin.account.AccountDirectory;
import com.micloud.signin.account.SignInMethods;
import com.micloud.signin.application.ClientApplications;
import com.micloud.signin.provider.FirstBrokerLogin;
import com.micloud.signin.routing.AccountAccess;
import com.micloud.signin.routing.Refusal;
import com.micloud.signin.session.Method;
import com.micloud.signin.session.SelfGivenName;
import com.micloud.signin.session.SignIn;
import com.micloud.signin.session.SignInEvent;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Links a provider's subject to the MiCloud user who was typed, without a page, when the provider belongs to the chosen
 * account, the user to the account, and the asserted username is the user's; refuses everyone else (spec: "Signing in",
 * 4). It never creates a user and never looks one up by what the provider says.
 */
final class BrokerLink extends FirstBrokerLogin {

    @Override
    protected void decide(AuthenticationFlowContext context, Asserted asserted) {
        SignIn signIn = SignIn.of(context.getAuthenticationSession());
        AccountDirectory directory = AccountDirectory.of(context.getSession());
        Optional<UserModel> user =
                signIn.userId().map(id -> context.getSession().users().getUserById(context.getRealm(), id));
        Optional<Account> account = signIn.accountId().flatMap(directory::find);
        Optional<Refusal> refusal = signIn.username().isEmpty()
                ? Optional.of(Refusal.NOT_STARTED_HERE)
                : refusal(context, directory, user, account, asserted);
        if (refusal.isPresent()) {
            refuse(context, account, asserted, refusal.get());
        } else {
            context.setUser(user.orElseThrow());
            context.success();
        }
    }

    /**
     * Judges in an order that tells nobody who has not signed in with that very name at the account's provider whether
     * the name exists here.
     */
    private static Optional<Refusal> refusal(
            AuthenticationFlowContext context,
            AccountDirectory directory,
            Optional<UserModel> typed,
            Optional<Account> chosen,
            Asserted asserted) {
        Optional<SignInMethods> methods = chosen.map(directory::methodsOf);
        Optional<Refusal> foreign = methods.map(known -> AccountAccess.of(known, asserted.alias()))
                .orElse(AccountAccess.PROVIDER_NOT_LINKED)
                .refusal();
        if (foreign.isPresent()) {
            return foreign;
        }
        if (typed.filter(user -> AssertedName.same(asserted.username(), user.getUsername()))
                .isEmpty()) {
            return Optional.of(Refusal.USERNAME_MISMATCH);
        }
        UserModel user = typed.get();
        Optional<Refusal> closed = AccountAccess.of(
                        ClientApplications.of(context.getAuthenticationSession().getClient()),
                        chosen.get(),
                        directory.isMember(chosen.get(), user),
                        methods::get,
                        Optional.of(asserted.alias()))
                .refusal();
        if (closed.isPresent()) {
            return closed;
        }
        if (!user.isEnabled()) {
            return Optional.of(Refusal.USER_DISABLED);
        }
        boolean linked =
                context.getSession().users().getFederatedIdentity(context.getRealm(), user, asserted.alias()) != null;
        if (linked) {
            // Somebody else has this name at the provider now: an administrator decides, not the provider.
            return Optional.of(Refusal.SUBJECT_MISMATCH);
        }
        return SelfGivenName.is(user) ? Optional.of(Refusal.RENAMED) : Optional.empty();
    }

    private static void refuse(
            AuthenticationFlowContext context, Optional<Account> account, Asserted asserted, Refusal refusal) {
        AuthenticationSessionModel notes = context.getAuthenticationSession();
        SignIn signIn = SignIn.of(notes);
        signIn.refuse(refusal);
        report(context, signIn, account, asserted, refusal);
        context.forceChallenge(RefusalPage.draw(context.getSession(), notes, context.form(), refusal));
    }

    /** Keycloak sends one event of this flow whenever it ends with a page, and runs the step again for each page. */
    private static void report(
            AuthenticationFlowContext context,
            SignIn signIn,
            Optional<Account> account,
            Asserted asserted,
            Refusal refusal) {
        EventBuilder event = context.getEvent();
        signIn.userId()
                .map(id -> context.getSession().users().getUserById(context.getRealm(), id))
                .ifPresent(event::user);
        SignInEvent.on(event)
                .account(account)
                .method(new Method.ByProvider(asserted.alias()))
                .route(signIn.route())
                .refusedWhenSent(refusal);
    }
}
