package com.micloud.signin.token;

import com.micloud.signin.account.Account;
import com.micloud.signin.account.AccountDirectory;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.OAuth2Constants;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.representations.AccessToken;

/** The access token that userinfo or introspection is asked about; Keycloak has verified it by then. */
final class PresentedToken {

    private static final Pattern AUTHORIZATION =
            Pattern.compile("\\s*(?:Bearer|DPoP)\\s+(\\S+)\\s*", Pattern.CASE_INSENSITIVE);

    private final KeycloakSession session;
    private final String encoded;

    private PresentedToken(KeycloakSession session, String encoded) {
        this.session = session;
        this.encoded = encoded;
    }

    /** The token in the header, else in the form: Keycloak takes none if it finds both. */
    static PresentedToken atUserinfo(KeycloakSession session) {
        HttpRequest request = session.getContext().getHttpRequest();
        String header = request.getHttpHeaders().getHeaderString(HttpHeaders.AUTHORIZATION);
        Matcher authorization = AUTHORIZATION.matcher(header == null ? "" : header);
        return new PresentedToken(
                session,
                authorization.matches()
                        ? authorization.group(1)
                        : request.getDecodedFormParameters().getFirst(OAuth2Constants.ACCESS_TOKEN));
    }

    static PresentedToken atIntrospection(KeycloakSession session) {
        return new PresentedToken(
                session,
                session.getContext().getHttpRequest().getDecodedFormParameters().getFirst(OAuth2Constants.TOKEN));
    }

    /** The account the token was issued for, as long as it is open to the user. */
    Optional<Account> account(AccountDirectory directory, UserModel user) {
        return Optional.ofNullable(encoded)
                .map(token -> session.tokens().decode(token, AccessToken.class))
                .flatMap(token -> AccountClaim.idIn(token).or(() -> BoundGrant.in(token)
                        .map(grant -> grant.account().accountId())))
                .flatMap(directory::find)
                .filter(account -> account.enabled() && directory.isMember(account, user));
    }
}
