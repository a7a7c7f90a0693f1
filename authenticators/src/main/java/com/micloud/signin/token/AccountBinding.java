package com.micloud.signin.token;

import com.micloud.signin.account.AccountDirectory;
import com.micloud.signin.application.Application;
import com.micloud.signin.application.ClientApplications;
import com.micloud.signin.keycloak.ErrorPages;
import com.micloud.signin.keycloak.GuardedRealm;
import com.micloud.signin.routing.Refusal;
import com.micloud.signin.session.Grant;
import com.micloud.signin.session.Method;
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
final class AccountBinding implements TokenPostProcessor {

    private final KeycloakSession session;

    AccountBinding(KeycloakSession session) {
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
        AccountDirectory directory = AccountDirectory.of(session);
        Application application = ClientApplications.of(clientSession.getClient());
        AccountJudge judge = new AccountJudge(directory, application);
        TokenAccount tokenAccount = new TokenAccount(session, context.clientSessionCtx());
        Optional<Grant> grant = tokenAccount.of(context);
        Optional<Refresh> refresh = grant.filter(known -> context.requestRefreshToken() != null)
                .map(known -> new Refresh(session, clientSession, application, known, context.requestRefreshToken()));
        Optional<Refusal> refusal = beforeAll(tokenAccount.claimedBeside(grant))
                .or(() -> refresh.flatMap(Refresh::ended))
                .or(() -> grant.isPresent()
                        ? judge.refusal(clientSession.getUserSession(), grant.get())
                        : judge.refusalWithoutAccount(clientSession.getUserSession()))
                .or(() -> refresh.flatMap(Refresh::refusal));
        if (refusal.isPresent()) {
            tokenAccount.refused(context);
            refresh.ifPresent(use -> use.refuse(refusal.get()));
            report(grant, user, directory, refusal.get());
            throw tokenAccount.issuedBySignIn()
                    ? ErrorPages.forbidden(session, refusal.get().messageKey())
                    : new TokenInterceptorException(
                            OAuthErrorException.INVALID_GRANT, refusal.get().reason());
        }
        grant.ifPresent(known -> {
            tokenAccount.redeemed(context, known);
            if (known.account().method() instanceof Method.ByProvider) {
                KeycloakRights.takeFrom(context.accessToken());
            }
            if (context.refreshToken() != null) {
                BoundGrant.pin(context.refreshToken(), known);
                refresh.ifPresent(use -> use.issued(context.refreshToken()));
            }
            // Userinfo and introspection read the account from the claim; where an access token has none, from the pin.
            if (context.accessToken() != null
                    && AccountClaim.idIn(context.accessToken()).isEmpty()) {
                BoundGrant.pin(context.accessToken(), known);
            }
        });
    }

    private Optional<Refusal> beforeAll(boolean claimedBeside) {
        if (!GuardedRealm.isOpen(session.getContext().getRealm())) {
            return Optional.of(Refusal.REALM_MISCONFIGURED);
        }
        return claimedBeside ? Optional.of(Refusal.ACCOUNT_NOT_CHOSEN) : Optional.empty();
    }

    private String grant() {
        return session.getContext().getHttpRequest().getDecodedFormParameters().getFirst(OAuth2Constants.GRANT_TYPE);
    }

    private void report(Optional<Grant> grant, UserModel user, AccountDirectory directory, Refusal refusal) {
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
                .account(grant.flatMap(known -> directory.find(known.account().accountId())))
                .refused(refusal, Errors.INVALID_TOKEN);
    }
}
