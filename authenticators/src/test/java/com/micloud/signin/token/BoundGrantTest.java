package com.micloud.signin.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.session.AppVersion;
import com.micloud.signin.session.BoundAccount;
import com.micloud.signin.session.Grant;
import com.micloud.signin.session.Method;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.RefreshToken;
import org.keycloak.util.TokenUtil;

@DisplayName("The grant in a refresh token")
final class BoundGrantTest {

    private static final Grant GRANT =
            new Grant("tab.1", 100, AppVersion.none(), new BoundAccount("org-1", new Method.ByProvider("okta")));

    private final RefreshToken token = new RefreshToken(new AccessToken(), null, TokenUtil.TOKEN_TYPE_REFRESH);

    @Test
    @DisplayName("is the one that was pinned, and the last one where it was pinned twice")
    void pinned() {
        Grant earlier = new Grant("tab.0", 1, AppVersion.none(), new BoundAccount("org-2", new Method.Password()));
        BoundGrant.pin(token, earlier);
        BoundGrant.pin(token, GRANT);
        assertThat(BoundGrant.in(token)).contains(GRANT);
    }

    @Test
    @DisplayName("is none in a token of another sign-in")
    void none() {
        assertThat(BoundGrant.in(token)).isEmpty();
    }

    static Stream<Object> others() {
        return Stream.of("org-1 password", "", List.of(GRANT.text()), Map.of("text", GRANT.text()), 1);
    }

    @ParameterizedTest
    @MethodSource("others")
    @DisplayName("is not made up from something else")
    void nonsense(Object claim) {
        token.getOtherClaims().put("micloud_binding", claim);
        assertThat(BoundGrant.in(token)).isEmpty();
    }

    @Test
    @DisplayName("keeps its name, so that tokens of earlier versions are still good")
    void name() {
        BoundGrant.pin(token, GRANT);
        assertThat(token.getOtherClaims()).containsOnlyKeys("micloud_binding");
    }
}
