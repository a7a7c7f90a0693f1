package com.micloud.signin.token;

import com.micloud.signin.account.Account;
import com.micloud.signin.account.AccountDirectory;
import com.micloud.signin.session.BoundAccount;
import java.util.Optional;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * The account that was chosen and proved, as the organization that Keycloak's own mappers may name (spec: "Settled
 * points"). By themselves they name what the scope asks for, or every organization of the user.
 */
final class ChosenOrganization {

    private ChosenOrganization() {}

    /** The organization for tokens that are being issued; empty where no account was chosen for them. */
    static Optional<OrganizationModel> ofIssued(KeycloakSession session, ClientSessionContext context) {
        return new TokenAccount(session, context)
                .forClaim()
                .map(BoundAccount::accountId)
                .flatMap(id -> find(session, id));
    }

    /** The organization for an answer about a token; empty where the token is for no account, or for one that is closed. */
    static Optional<OrganizationModel> ofPresented(
            KeycloakSession session, PresentedToken presented, UserSessionModel userSession) {
        return presented
                .account(AccountDirectory.of(session), userSession.getUser())
                .map(Account::id)
                .flatMap(id -> find(session, id));
    }

    /** The organization for an assertion, which is made in the very request that ends the sign-in. */
    static Optional<OrganizationModel> ofSignIn(KeycloakSession session) {
        return Optional.ofNullable(session.getContext().getAuthenticationSession())
                .flatMap(BoundAccount::of)
                .map(BoundAccount::accountId)
                .flatMap(id -> find(session, id));
    }

    private static Optional<OrganizationModel> find(KeycloakSession session, String id) {
        return Optional.ofNullable(
                session.getProvider(OrganizationProvider.class).getById(id));
    }
}
