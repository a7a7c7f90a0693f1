package com.micloud.signin.token;

import com.micloud.signin.account.Account;
import com.micloud.signin.account.AccountDirectory;
import com.micloud.signin.application.ClientApplications;
import com.micloud.signin.session.AppVersion;
import com.micloud.signin.session.BoundAccount;
import com.micloud.signin.session.Grant;
import com.micloud.signin.session.OpenSignIns;
import com.micloud.signin.session.Proofs;
import com.micloud.signin.session.RedemptionKey;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.keycloak.OAuth2Constants;
import org.keycloak.common.util.Time;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.protocol.oidc.utils.OAuth2Code;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.representations.RefreshToken;

/**
 * Finds the account that tokens are issued for: that of the very sign-in they come from, not of another one that shares
 * its client session. A grant with no sign-in of ours behind it (direct, CIBA, ...) is for no account.
 */
final class TokenAccount {

    /** Stands for the grant where tokens come from the sign-in itself: implicit and hybrid flow. */
    private static final String SIGN_IN = "";

    private static final String CLAIMED = "micloud.claimed";

    private final KeycloakSession session;
    private final ClientSessionContext context;

    TokenAccount(KeycloakSession session, ClientSessionContext context) {
        this.session = session;
        this.context = context;
    }

    /** The account for a claim, as far as a mapper can tell it; {@link AccountBinding} has the last word. */
    Optional<BoundAccount> forClaim() {
        Optional<BoundAccount> account = ofRequest().map(Grant::account);
        account.ifPresent(claimed -> context.setAttribute(CLAIMED, claimed.accountId()));
        return account;
    }

    /** Whether a mapper has put another account into one of the tokens than the one that they are for. */
    boolean claimedBeside(Optional<Grant> grant) {
        String claimed = context.getAttribute(CLAIMED, String.class);
        return claimed != null
                && !grant.map(Grant::account).map(BoundAccount::accountId).equals(Optional.of(claimed));
    }

    /** The grant by what Keycloak has verified, which is more than mappers are told. */
    Optional<Grant> of(TokenPostProcessorContext issuing) {
        if (issuing.code() != null) {
            return find(Set.of(keyOf(issuing.code())));
        }
        return issuing.requestRefreshToken() != null ? BoundGrant.in(issuing.requestRefreshToken()) : ofRequest();
    }

    /** Whether the tokens come straight from a sign-in (implicit and hybrid flow), so that a browser waits for them. */
    boolean issuedBySignIn() {
        return grant().equals(SIGN_IN) && ofSignIn().isPresent();
    }

    /** Forgets the sign-in whose code has now been redeemed for this account, and those whose codes never will be. */
    void redeemed(TokenPostProcessorContext issued, Grant grant) {
        OpenSignIns open = openSignIns();
        key(issued).ifPresentOrElse(key -> open.close(key, grant, open.since()), () -> open.clear(open.since()));
    }

    /** Forgets the sign-in whose code has now been refused; a code is good for one attempt only. */
    void refused(TokenPostProcessorContext refused) {
        key(refused).ifPresent(key -> openSignIns().drop(key));
    }

    private Optional<RedemptionKey> key(TokenPostProcessorContext issuing) {
        if (issuing.code() != null) {
            return Optional.of(keyOf(issuing.code()));
        }
        return OAuth2Constants.DEVICE_CODE_GRANT_TYPE.equals(grant())
                ? Optional.of(RedemptionKey.ofDevice(parameter(OAuth2Constants.DEVICE_CODE)))
                : Optional.empty();
    }

    private Optional<Grant> ofRequest() {
        return switch (grant()) {
            case OAuth2Constants.AUTHORIZATION_CODE -> ofCode(parameter(OAuth2Constants.CODE_VERIFIER));
            case OAuth2Constants.REFRESH_TOKEN ->
                verified(parameter(OAuth2Constants.REFRESH_TOKEN), RefreshToken.class)
                        .filter(this::belongsToSession)
                        .flatMap(BoundGrant::in);
            case OAuth2Constants.DEVICE_CODE_GRANT_TYPE ->
                find(Set.of(RedemptionKey.ofDevice(parameter(OAuth2Constants.DEVICE_CODE))));
            case OAuth2Constants.TOKEN_EXCHANGE_GRANT_TYPE ->
                verified(parameter(OAuth2Constants.SUBJECT_TOKEN), AccessToken.class)
                        .flatMap(this::ofExchanged);
            case SIGN_IN -> ofSignIn();
            default -> Optional.empty();
        };
    }

    /** What the forms of a sign-in carry beside their own fields means nothing here. */
    private Optional<Grant> ofSignIn() {
        return Optional.ofNullable(session.getContext().getAuthenticationSession())
                .flatMap(Grant::of);
    }

    /** By the verifier, which Keycloak has compared with the challenge of the code, and by the nonce in the code. */
    private Optional<Grant> ofCode(String verifier) {
        String nonce = context.getAttribute(OIDCLoginProtocol.NONCE_PARAM, String.class);
        Set<RedemptionKey> keys = verifier.isEmpty()
                ? Set.of(RedemptionKey.ofCode(null, nonce))
                : Set.of(
                        RedemptionKey.ofCode(verifier, nonce),
                        RedemptionKey.ofCode(
                                // RFC 7636, section 4.2, method S256.
                                HashUtils.sha256UrlEncodedHash(verifier, StandardCharsets.US_ASCII), nonce));
        return find(keys);
    }

    /** An exchanged token stays in its account, as long as the session it belongs to has proved enough for it. */
    private Optional<Grant> ofExchanged(AccessToken subject) {
        UserSessionModel userSession = context.getClientSession().getUserSession();
        if (!userSession.getUser().getId().equals(subject.getSubject())) {
            return Optional.empty();
        }
        AccountDirectory directory = AccountDirectory.of(session);
        Optional<Account> account = AccountClaim.idIn(subject)
                .or(() -> BoundGrant.in(subject).map(grant -> grant.account().accountId()))
                .flatMap(directory::find);
        return account.flatMap(named -> Proofs.of(userSession)
                .opens(ClientApplications.of(context.getClientSession().getClient()), named, directory.methodsOf(named))
                .map(method -> new Grant(
                        "exchange." + subject.getId(),
                        Time.currentTimeMillis(),
                        AppVersion.none(),
                        new BoundAccount(named.id(), method))));
    }

    private boolean belongsToSession(RefreshToken token) {
        return context.getClientSession().getUserSession().getId().equals(token.getSessionId());
    }

    private Optional<Grant> find(Set<RedemptionKey> keys) {
        OpenSignIns open = openSignIns();
        return open.find(keys, open.since());
    }

    private OpenSignIns openSignIns() {
        return OpenSignIns.of(context.getClientSession());
    }

    private static RedemptionKey keyOf(OAuth2Code code) {
        return RedemptionKey.ofCode(code.getCodeChallenge(), code.getNonce());
    }

    /** The grant as Keycloak noted it when it accepted it; a parameter of that name may be on any request. */
    private String grant() {
        String grant = context.getAttribute(Constants.GRANT_TYPE, String.class);
        if (grant != null) {
            return grant;
        }
        // For the ID token of a refreshed long session Keycloak makes a context anew and drops the note. No sign-in
        // has such a session.
        return context.getClientSession().getUserSession().isOffline() ? OAuth2Constants.REFRESH_TOKEN : SIGN_IN;
    }

    private String parameter(String name) {
        String value =
                session.getContext().getHttpRequest().getDecodedFormParameters().getFirst(name);
        return value == null ? "" : value;
    }

    private <T extends JsonWebToken> Optional<T> verified(String encoded, Class<T> kind) {
        // Keycloak has verified the token by now; it only does not hand it on. Decoding checks the signature again.
        return Optional.ofNullable(session.tokens().decode(encoded, kind));
    }
}
