package com.micloud.signin.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.Answers;
import com.micloud.signin.Fake;
import com.micloud.signin.TestDirectory;
import com.micloud.signin.TestUsers;
import com.micloud.signin.account.Account;
import com.micloud.signin.account.SignInMethods;
import com.micloud.signin.account.SignInPolicy;
import com.micloud.signin.session.AppVersion;
import com.micloud.signin.session.BoundAccount;
import com.micloud.signin.session.Grant;
import com.micloud.signin.session.Method;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.TokenManager;
import org.keycloak.models.UserModel;
import org.keycloak.representations.AccessToken;

@DisplayName("The access token that Keycloak is asked about")
final class PresentedTokenTest {

    private static final Account ACME = TestDirectory.account("100100");
    private static final Account OTHER = TestDirectory.account("200200");
    private static final SignInMethods BY_PASSWORD = new SignInMethods(SignInPolicy.PASSWORD, List.of());

    private final UserModel user = TestUsers.named("alex");
    private final TestDirectory directory =
            new TestDirectory().with(ACME, BY_PASSWORD).join(user, ACME);
    private final Map<String, AccessToken> tokens = new HashMap<>();
    private final MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
    private String header;

    @ParameterizedTest(name = "header {0}, form {1}: {2}")
    @CsvSource({
        "Bearer good, , true",
        "bearer good, , true",
        "BEARER good, , true",
        "DPoP good, , true",
        "dpop good, , true",
        "'  Bearer   good  ', , true",
        "Bearer good, bad, true",
        ", good, true",
        "Basic good, good, true",
        "Bearer bad, good, false",
        "Bearer, good, true",
        "Bearergood, , false",
        "good, , false",
        "Bearer good good, , false",
        ", , false"
    })
    @DisplayName("is at userinfo the one in the header, else the one in the form")
    void atUserinfo(String authorization, String posted, boolean found) {
        tokens.put("good", tokenFor(ACME));
        header = authorization;
        if (posted != null) {
            form.add("access_token", posted);
        }
        assertThat(PresentedToken.atUserinfo(session()).account(directory, user).isPresent())
                .isEqualTo(found);
    }

    @Test
    @DisplayName("is at introspection the one in the form only")
    void atIntrospection() {
        tokens.put("good", tokenFor(ACME));
        header = "Bearer good";
        form.add("access_token", "good");
        assertThat(PresentedToken.atIntrospection(session()).account(directory, user))
                .isEmpty();
        form.add("token", "good");
        assertThat(PresentedToken.atIntrospection(session()).account(directory, user))
                .contains(ACME);
    }

    @Test
    @DisplayName("names its account by the claim, else by the grant that is pinned to it")
    void claimFirst() {
        AccessToken token = new AccessToken();
        pin(token, ACME);
        assertThat(accountOf(token)).contains(ACME);
        token.getOtherClaims().put(AccountClaim.NAME, Map.of("id", OTHER.id()));
        directory.with(OTHER, BY_PASSWORD).join(user, OTHER);
        assertThat(accountOf(token)).contains(OTHER);
    }

    @Test
    @DisplayName("names no account that is gone, off, or not the user's any more")
    void closed() {
        Account off = TestDirectory.closed("300300");
        directory.with(off, BY_PASSWORD).join(user, off).with(OTHER, BY_PASSWORD);
        assertThat(accountOf(tokenFor(off))).isEmpty();
        assertThat(accountOf(tokenFor(OTHER))).isEmpty();
        assertThat(accountOf(tokenFor(TestDirectory.account("400400")))).isEmpty();
        assertThat(accountOf(new AccessToken())).isEmpty();
    }

    private Optional<Account> accountOf(AccessToken token) {
        tokens.put("this", token);
        header = "Bearer this";
        return PresentedToken.atUserinfo(session()).account(directory, user);
    }

    private static AccessToken tokenFor(Account account) {
        AccessToken token = new AccessToken();
        token.getOtherClaims().put(AccountClaim.NAME, AccountClaim.of(account));
        return token;
    }

    private static void pin(AccessToken token, Account account) {
        BoundGrant.pin(
                token, new Grant("tab.1", 1, AppVersion.none(), new BoundAccount(account.id(), new Method.Password())));
    }

    private KeycloakSession session() {
        HttpHeaders headers =
                Fake.of(HttpHeaders.class, Map.of("getHeaderString", header == null ? Fake.NULL : header));
        HttpRequest request =
                Fake.of(HttpRequest.class, Map.of("getHttpHeaders", headers, "getDecodedFormParameters", form));
        return Fake.of(
                KeycloakSession.class,
                Map.of(
                        "getContext",
                        Fake.of(KeycloakContext.class, Map.of("getHttpRequest", request)),
                        "tokens",
                        Answers.by(TokenManager.class, (method, arguments) -> tokens.get(arguments[0]))));
    }
}
