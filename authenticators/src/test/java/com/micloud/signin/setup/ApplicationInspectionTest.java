package com.micloud.signin.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.Fake;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;

@DisplayName("The look at the applications of a realm")
final class ApplicationInspectionTest {

    private final ApplicationInspection inspection = new ApplicationInspection();

    private static Map<String, Object> client(String protocol, String mapper) {
        var model = new ProtocolMapperModel();
        model.setProtocolMapper(mapper);
        Supplier<Stream<ProtocolMapperModel>> mappers = () -> Stream.of(model);
        Supplier<Stream<ProtocolMapperModel>> none = Stream::empty;
        var scope = Fake.of(ClientScopeModel.class, Map.of("getProtocolMappersStream", mappers));
        return new HashMap<>(Map.of(
                "getClientId",
                "crm",
                "getProtocol",
                protocol,
                "isEnabled",
                true,
                "isBearerOnly",
                false,
                "isStandardFlowEnabled",
                true,
                "isImplicitFlowEnabled",
                false,
                "getAttribute",
                Fake.NULL,
                "getProtocolMappersStream",
                none,
                "getClientScopes",
                Map.of("scope", scope)));
    }

    private static ClientModel with(Map<String, Object> client, String answer, Object value) {
        client.put(answer, value);
        return Fake.of(ClientModel.class, client);
    }

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource({
        "openid-connect, oidc-usermodel-attribute-mapper, micloud to",
        "openid-connect, micloud-account-saml-mapper, micloud to",
        "saml, micloud-account-mapper, micloud-saml to"
    })
    @DisplayName("finds those that nothing tells the account, and names the scope that would")
    void untold(String protocol, String mapper, String scope) {
        assertThat(inspection.inspect(Fake.of(ClientModel.class, client(protocol, mapper))))
                .singleElement()
                .asString()
                .startsWith("Application crm: people sign in to it")
                .contains("Add " + scope);
    }

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource({"openid-connect, micloud-account-mapper", "saml, micloud-account-saml-mapper"})
    @DisplayName("finds nothing wrong with those that are told")
    void told(String protocol, String mapper) {
        assertThat(inspection.inspect(Fake.of(ClientModel.class, client(protocol, mapper))))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "isEnabled, false",
        "isBearerOnly, true",
        "isStandardFlowEnabled, false",
    })
    @DisplayName("leaves those alone to which nobody signs in")
    void nobody(String answer, boolean value) {
        assertThat(inspection.inspect(with(client("openid-connect", "other"), answer, value)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"account", "account-console", "security-admin-console"})
    @DisplayName("leaves Keycloak's own consoles alone, which need no account")
    void consoles(String clientId) {
        assertThat(inspection.inspect(with(client("openid-connect", "other"), "getClientId", clientId)))
                .isEmpty();
    }

    @Test
    @DisplayName("names twenty, and counts the others")
    void many() {
        var named = Stream.generate(() -> Fake.of(ClientModel.class, client("openid-connect", "other")))
                .limit(3000)
                .flatMap(client -> inspection.inspect(client).stream());
        assertThat(named).hasSize(20);
        assertThat(inspection.others())
                .hasValueSatisfying(finding -> assertThat(finding.toString()).contains("2980 more"));
    }

    @Test
    @DisplayName("counts nothing where all are told")
    void none() {
        inspection.inspect(Fake.of(ClientModel.class, client("openid-connect", "micloud-account-mapper")));
        assertThat(inspection.others()).isEmpty();
    }
}
