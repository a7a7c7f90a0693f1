package com.micloud.signin.token;

import com.micloud.signin.session.BoundAccount;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.OAuth2Constants;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.representations.RefreshToken;

/**
 * Finds the account that a token is for: the one of the sign-in it comes from, not of the latest one that shares its
 * client session.
 */
final class TokenAccount {

    private static final String BEARER = "Bearer ";

    private final KeycloakSession session;
    private final ClientSessionContext clientSession;

    TokenAccount(KeycloakSession session, ClientSessionContext clientSession) {
        this.session = session;
        this.clientSession = clientSession;
    }

    /** The account's id, or nothing when no sign-in through the guard stands behind the token. */
    Optional<String> findId() {
        return ofPresentedToken().or(() -> find().map(BoundAccount::accountId));
    }

    /** The account and how it was opened, for tokens that are being issued. */
    Optional<BoundAccount> find() {
        MultivaluedMap<String, String> parameters = parameters();
        String grant = parameters.getFirst(OAuth2Constants.GRANT_TYPE);
        if (OAuth2Constants.REFRESH_TOKEN.equals(grant)) {
            return verified(parameters.getFirst(OAuth2Constants.REFRESH_TOKEN), RefreshToken.class)
                    .flatMap(PinnedAccount::in);
        }
        Map<String, String> notes = clientSession.getClientSession().getNotes();
        if (OAuth2Constants.AUTHORIZATION_CODE.equals(grant)) {
            return ofCode(notes, parameters.getFirst(OAuth2Constants.CODE_VERIFIER));
        }
        return BoundAccount.latest(notes);
    }

    private static Stream<String> keys(String verifier) {
        return verifier == null ? Stream.empty() : Stream.of(challenge(verifier), verifier);
    }

    private Optional<BoundAccount> ofCode(Map<String, String> notes, String verifier) {
        // Keycloak has checked the verifier against the challenge of this very code, and read the nonce from it.
        Stream<String> nonce =
                Stream.ofNullable(clientSession.getAttribute(OIDCLoginProtocol.NONCE_PARAM, String.class));
        return Stream.concat(keys(verifier), nonce)
                .flatMap(key -> BoundAccount.of(notes, key).stream())
                .findFirst()
                .or(() -> BoundAccount.latest(notes));
    }

    /** The account of the access token that userinfo or introspection was asked about. */
    private Optional<String> ofPresentedToken() {
        MultivaluedMap<String, String> parameters = parameters();
        if (parameters.containsKey(OAuth2Constants.GRANT_TYPE)) {
            return Optional.empty();
        }
        Stream<String> posted =
                Stream.of(OAuth2Constants.ACCESS_TOKEN, OAuth2Constants.TOKEN).map(parameters::getFirst);
        Stream<String> header = Stream.ofNullable(session.getContext()
                        .getHttpRequest()
                        .getHttpHeaders()
                        .getHeaderString(HttpHeaders.AUTHORIZATION))
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
        return Stream.concat(posted, header)
                .filter(Objects::nonNull)
                .flatMap(token -> verified(token, AccessToken.class).stream())
                .flatMap(token ->
                        AccountClaim.idIn(token)
                                .or(() -> PinnedAccount.in(token).map(BoundAccount::accountId))
                                .stream())
                .findFirst();
    }

    private MultivaluedMap<String, String> parameters() {
        return session.getContext().getHttpRequest().getDecodedFormParameters();
    }

    private <T extends JsonWebToken> Optional<T> verified(String encoded, Class<T> kind) {
        // Keycloak has verified the token by now; it only does not hand it on. Decoding checks the signature again.
        return Optional.ofNullable(encoded).map(token -> session.tokens().decode(token, kind));
    }

    /** RFC 7636, section 4.2, method S256. */
    private static String challenge(String verifier) {
        return HashUtils.sha256UrlEncodedHash(verifier, StandardCharsets.US_ASCII);
    }
}
