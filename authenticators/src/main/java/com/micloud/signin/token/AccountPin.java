package com.micloud.signin.token;

import com.micloud.signin.account.Account;
import com.micloud.signin.account.AccountDirectory;
import com.micloud.signin.account.OrganizationAccounts;
import com.micloud.signin.account.SignInMethods;
import com.micloud.signin.application.Application;
import com.micloud.signin.application.ClientApplications;
import com.micloud.signin.keycloak.GuardedRealm;
import com.micloud.signin.routing.Proved;
import com.micloud.signin.routing.Refusal;
import com.micloud.signin.routing.SignInTable;
import com.micloud.signin.session.BoundAccount;
import com.micloud.signin.session.Method;
import com.micloud.signin.session.SignInEvent;
import java.util.Optional;
import java.util.Set;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.token.TokenInterceptorException;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;

/**
 * Judges anew whenever tokens are issued for a code or refreshed, and pins the account to them (spec: "Settled points",
 * refresh): the account is still there and on, the user still a member, and the way it was opened still accepted.
 */
final class AccountPin implements TokenPostProcessor {

    private static final Set<String> JUDGED_GRANTS = Set.of(
            OAuth2Constants.AUTHORIZATION_CODE, OAuth2Constants.REFRESH_TOKEN, OAuth2Constants.DEVICE_CODE_GRANT_TYPE);

    private final KeycloakSession session;

    AccountPin(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Pins or refuses.
     *
     * @throws TokenInterceptorException {@code invalid_grant}, with the refusal's reason, when the account is closed to
     *     the user now
     */
    @Override
    public void process(TokenPostProcessorContext context) {
        if (!GuardedRealm.is(session.getContext().getRealm())) {
            return;
        }
        AuthenticatedClientSessionModel clientSession =
                context.clientSessionCtx().getClientSession();
        UserModel user = clientSession.getUserSession().getUser();
        AccountDirectory directory = new OrganizationAccounts(session);
        Optional<BoundAccount> bound = new TokenAccount(session, context.clientSessionCtx()).find();
        Optional<Refusal> refusal = bound.isPresent()
                ? refusal(bound.get(), clientSession, user, directory)
                : refusalWithoutAccount(clientSession, user, directory);
        if (refusal.isPresent()) {
            report(bound, user, directory, refusal.get());
            throw new TokenInterceptorException(
                    OAuthErrorException.INVALID_GRANT, refusal.get().reason());
        }
        bound.ifPresent(account -> {
            if (context.refreshToken() != null) {
                PinnedAccount.pin(context.refreshToken(), account);
            }
            // Userinfo and introspection read the account from the claim; where an access token has none, from the pin.
            if (context.accessToken() != null
                    && AccountClaim.idIn(context.accessToken()).isEmpty()) {
                PinnedAccount.pin(context.accessToken(), account);
            }
        });
    }

    private static Optional<Refusal> refusal(
            BoundAccount bound,
            AuthenticatedClientSessionModel clientSession,
            UserModel user,
            AccountDirectory directory) {
        Optional<Account> account = directory.find(bound.accountId());
        if (account.isEmpty() || !directory.isMember(account.get(), user)) {
            return Optional.of(Refusal.NOT_A_MEMBER);
        }
        if (!account.get().enabled()) {
            return Optional.of(Refusal.ACCOUNT_DISABLED);
        }
        SignInMethods methods = directory.methodsOf(account.get());
        Application application = ClientApplications.of(clientSession.getClient());
        Proved proved = bound.method() instanceof Method.ByProvider provider
                ? Proved.of(false, methods.links(provider.alias()))
                : Proved.PASSWORD;
        return SignInTable.opens(application, methods, proved)
                ? Optional.empty()
                : Optional.of(Refusal.METHOD_NOT_ACCEPTED);
    }

    /** Only an administrator without an account gets tokens that name none. */
    private Optional<Refusal> refusalWithoutAccount(
            AuthenticatedClientSessionModel clientSession, UserModel user, AccountDirectory directory) {
        String grant = grant();
        if (grant == null || !JUDGED_GRANTS.contains(grant) || user.getServiceAccountClientLink() != null) {
            return Optional.empty();
        }
        boolean needed = ClientApplications.of(clientSession.getClient()).accountRequired()
                || !directory.accountsOf(user).isEmpty();
        return needed ? Optional.of(Refusal.NO_ACCOUNT) : Optional.empty();
    }

    private String grant() {
        return session.getContext().getHttpRequest().getDecodedFormParameters().getFirst(OAuth2Constants.GRANT_TYPE);
    }

    private void report(Optional<BoundAccount> bound, UserModel user, AccountDirectory directory, Refusal refusal) {
        EventBuilder event = new EventBuilder(
                        session.getContext().getRealm(),
                        session,
                        session.getContext().getConnection())
                .event(
                        OAuth2Constants.REFRESH_TOKEN.equals(grant())
                                ? EventType.REFRESH_TOKEN
                                : EventType.CODE_TO_TOKEN)
                .client(session.getContext().getClient())
                .user(user)
                .detail(Details.REASON, refusal.reason());
        SignInEvent.on(event)
                .account(bound.flatMap(account -> directory.find(account.accountId())))
                .refused(refusal, Errors.INVALID_TOKEN);
    }
}
