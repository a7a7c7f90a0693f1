package com.micloud.signin.token;

import com.micloud.signin.account.AccountDirectory;
import com.micloud.signin.account.OrganizationAccounts;
import com.micloud.signin.application.ClientApplications;
import com.micloud.signin.keycloak.ErrorPages;
import com.micloud.signin.keycloak.GuardedRealm;
import com.micloud.signin.routing.Refusal;
import com.micloud.signin.session.BoundAccount;
import com.micloud.signin.session.SignInEvent;
import java.util.Optional;
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
 * Judges anew whenever tokens are issued, and pins the account to them (spec: "Settled points", refresh): the account is
 * still there and on, the user still a member, and the way it was opened still accepted. No token leaves without an
 * account for an application that needs one, by whatever grant (spec: "Settled points", direct grant and others).
 */
final class AccountPin implements TokenPostProcessor {

    private final KeycloakSession session;

    AccountPin(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Pins or refuses.
     *
     * @throws TokenInterceptorException {@code invalid_grant}, with the refusal's reason, when the account is closed to
     *     the user now; where a browser waits for the tokens, it gets a page instead
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
        AccountJudge judge = new AccountJudge(directory, ClientApplications.of(clientSession.getClient()));
        TokenAccount tokenAccount = new TokenAccount(session, context.clientSessionCtx());
        Optional<BoundAccount> bound = tokenAccount.of(context);
        Optional<Refusal> refusal = tokenAccount.claimedBeside(bound)
                ? Optional.of(Refusal.ACCOUNT_NOT_CHOSEN)
                : bound.map(account -> judge.refusal(user, account)).orElseGet(() -> judge.refusalWithoutAccount(user));
        if (refusal.isPresent()) {
            tokenAccount.refused(context);
            report(bound, user, directory, refusal.get());
            throw tokenAccount.issuedBySignIn()
                    ? ErrorPages.forbidden(session, refusal.get().messageKey())
                    : new TokenInterceptorException(
                            OAuthErrorException.INVALID_GRANT, refusal.get().reason());
        }
        bound.ifPresent(account -> {
            tokenAccount.redeemed(context, account);
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
