package com.micloud.signin.password.forgotten;

import jakarta.ws.rs.core.Response;
import org.keycloak.TokenVerifier.Predicate;
import org.keycloak.authentication.actiontoken.AbstractActionTokenHandler;
import org.keycloak.authentication.actiontoken.ActionTokenContext;
import org.keycloak.authentication.actiontoken.TokenUtils;
import org.keycloak.authentication.actiontoken.resetcred.ResetCredentialsActionTokenHandler.ResetCredsAuthenticationProcessor;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.services.resources.LoginActionsServiceChecks.IsActionRequired;
import org.keycloak.sessions.CommonClientSessionModel.Action;

/**
 * Leads the browser that opens the link of a reset mail into the realm's reset flow. Opening does not use up the link,
 * because mail scanners open links too. The flow, and the page for the new password, check whether the mail still
 * counts.
 */
public final class ResetTokenHandler extends AbstractActionTokenHandler<ResetToken> {

    public ResetTokenHandler() {
        super(
                ResetToken.TYPE,
                ResetToken.class,
                Messages.EXPIRED_ACTION_TOKEN_NO_SESSION,
                EventType.RESET_PASSWORD,
                Errors.NOT_ALLOWED);
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Predicate<? super ResetToken>[] getVerifiers(ActionTokenContext<ResetToken> context) {
        return TokenUtils.predicates(
                TokenUtils.checkThat(
                        token -> context.getRealm().isResetPasswordAllowed(),
                        Errors.NOT_ALLOWED,
                        Messages.RESET_CREDENTIAL_NOT_ALLOWED),
                TokenUtils.checkThat(
                        token -> token.reset().isPresent(), Errors.INVALID_TOKEN, Messages.INVALID_REQUEST),
                verifyEmail(context),
                new IsActionRequired(context, Action.AUTHENTICATE));
    }

    @Override
    public Response handleToken(ResetToken token, ActionTokenContext<ResetToken> context) {
        token.reset().orElseThrow().note(context.getAuthenticationSession());
        if (context.isAuthenticationSessionFresh()) {
            // Opened by itself it belongs to no sign-in, and becomes none.
            ForgottenPasswordTab.note(context.getAuthenticationSession());
        }
        return context.processFlow(
                false,
                LoginActionsService.RESET_CREDENTIALS_PATH,
                context.getRealm().getResetCredentialsFlow(),
                null,
                new ResetCredsAuthenticationProcessor());
    }

    /** True here. The code that sets the new password makes sure that a link sets only one. */
    @Override
    public boolean canUseTokenRepeatedly(ResetToken token, ActionTokenContext<ResetToken> context) {
        return true;
    }
}
