package com.micloud.signin.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.Fake;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessToken;

@DisplayName("The audience of an access token")
final class OwnAudienceMapperTest {

    @ParameterizedTest(name = "public {0}, bearer-only {1}: {2}")
    @CsvSource({"false, false, true", "true, false, false", "false, true, false", "true, true, false"})
    @DisplayName("has the application itself only where that has a secret to introspect with")
    void own(boolean isPublic, boolean bearerOnly, boolean added) {
        ClientModel client = Fake.of(
                ClientModel.class,
                Map.of("isPublicClient", isPublic, "isBearerOnly", bearerOnly, "getClientId", "crm"));
        AccessToken token = new AccessToken();
        token.audience("other");
        new OwnAudienceMapper()
                .setClaim(
                        token,
                        new ProtocolMapperModel(),
                        Fake.of(UserSessionModel.class, Map.of()),
                        null,
                        Fake.of(
                                ClientSessionContext.class,
                                Map.of(
                                        "getClientSession",
                                        Fake.of(AuthenticatedClientSessionModel.class, Map.of("getClient", client)))));
        assertThat(token.getAudience()).containsExactly(added ? new String[] {"other", "crm"} : new String[] {"other"});
    }
}
