package com.micloud.signin.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.Answers;
import com.micloud.signin.Fake;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;

@DisplayName("The switches of an application")
final class ClientApplicationsTest {

    private static final String OIDC_MAPPER = "micloud-account-mapper";
    private static final String SAML_MAPPER = "micloud-account-saml-mapper";

    private final Map<String, String> attributes = new HashMap<>();
    private final Map<String, Object> facts = new HashMap<>();
    private String[] ownMappers = {};
    private String[] defaultMappers = {};
    private String[] optionalMappers = {};

    ClientApplicationsTest() {
        facts.put("getClientId", "crm");
        facts.put("getProtocol", "openid-connect");
        facts.put("isEnabled", true);
        facts.put("isBearerOnly", false);
        facts.put("isStandardFlowEnabled", true);
        facts.put("isImplicitFlowEnabled", false);
    }

    @Test
    @DisplayName("have a value each where the client says nothing")
    void usual() {
        assertThat(application())
                .isEqualTo(new Application(
                        "crm",
                        "",
                        ApplicationKind.WEB,
                        true,
                        AccountSelection.BEFORE,
                        Reentry.USERNAME,
                        true,
                        false,
                        false,
                        List.of()));
    }

    @Test
    @DisplayName("are all read, with blanks around them")
    void allRead() {
        attributes.put("micloud.title", " Our CRM ");
        attributes.put("micloud.kind", " desktop ");
        attributes.put("micloud.sso", " false ");
        attributes.put("micloud.accountSelection", "after");
        attributes.put("micloud.reentry", "session");
        attributes.put("micloud.forgotPassword", "false");
        attributes.put("micloud.refreshTokenRotation", "true");
        ownMappers = new String[] {OIDC_MAPPER};
        assertThat(application())
                .isEqualTo(new Application(
                        "crm",
                        "Our CRM",
                        ApplicationKind.DESKTOP,
                        false,
                        AccountSelection.AFTER,
                        Reentry.SESSION,
                        false,
                        true,
                        true,
                        List.of()));
    }

    @ParameterizedTest(name = "{0} written {1}")
    @CsvSource({
        "micloud.kind, Web",
        "micloud.kind, tablet",
        "micloud.sso, True",
        "micloud.sso, yes",
        "micloud.sso, 0",
        "micloud.accountSelection, later",
        "micloud.accountSelection, AFTER",
        "micloud.reentry, none",
        "micloud.forgotPassword, no",
        "micloud.refreshTokenRotation, on"
    })
    @DisplayName("that cannot be understood are mistakes, which nobody mistakes for a value")
    void mistakes(String name, String value) {
        Application usual = application();
        attributes.put(name, value);
        assertThat(application().mistakes()).containsExactly(name);
        assertThat(application())
                .usingRecursiveComparison()
                .ignoringFields("mistakes", switchOf(name))
                .isEqualTo(usual);
    }

    private static String switchOf(String name) {
        return switch (name) {
            case "micloud.sso" -> "singleSignOn";
            default -> name.substring("micloud.".length());
        };
    }

    @Test
    @DisplayName("name every mistake")
    void everyMistake() {
        attributes.put("micloud.kind", "x");
        attributes.put("micloud.sso", "x");
        attributes.put("micloud.reentry", "x");
        assertThat(application().mistakes())
                .containsExactlyInAnyOrder("micloud.kind", "micloud.sso", "micloud.reentry");
    }

    @ParameterizedTest(name = "client {0}, kind {1}, re-entry {2}: {3}")
    @CsvSource({
        "crm, , , USERNAME",
        "crm, web, , USERNAME",
        "crm, mobile, , USERNAME",
        "crm, desktop, , CREDENTIALS",
        "crm, desktop, session, SESSION",
        "crm, web, credentials, CREDENTIALS",
        "account, , , SESSION",
        "account-console, , , SESSION",
        "security-admin-console, , , SESSION",
        "security-admin-console, desktop, , SESSION",
        "security-admin-console, , credentials, CREDENTIALS",
        "security-admin-console-2, , , USERNAME"
    })
    @DisplayName("treat a returning browser by the kind, consoles without asking, and else as is written")
    void reentry(String clientId, String kind, String reentry, Reentry expected) {
        facts.put("getClientId", clientId);
        put("micloud.kind", kind);
        put("micloud.reentry", reentry);
        assertThat(application().reentry()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "client {0}, own {1}, default {2}, optional {3}: {4}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            crm                    | account |         |         | true
            crm                    |         | account |         | true
            crm                    |         |         | account | true
            crm                    | saml    |         |         | true
            crm                    |         | other   | saml    | true
            crm                    | other   | other   | other   | false
            crm                    |         |         |         | false
            account                | account | account | account | false
            account-console        | account |         |         | false
            security-admin-console |         | account |         | false
            """)
    @DisplayName("need an account where a mapper tells it, but in no console")
    void accountRequired(String clientId, String own, String byDefault, String optional, boolean expected) {
        facts.put("getClientId", clientId);
        ownMappers = mappers(own);
        defaultMappers = mappers(byDefault);
        optionalMappers = mappers(optional);
        assertThat(application().accountRequired()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}, {1}, flows {2}, mappers {3}, optional {4}: {5}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            crm     | openid-connect | standard                | other   |         | true
            crm     | openid-connect | implicit                |         |         | true
            crm     | openid-connect | device                  |         |         | true
            crm     | openid-connect | standard,implicit       |         | account | true
            crm     | openid-connect | standard                | saml    |         | true
            crm     | openid-connect | standard                | account |         | false
            crm     | openid-connect | device                  | account |         | false
            crm     | openid-connect |                         |         |         | false
            crm     | openid-connect | standard,bearer         |         |         | false
            crm     | openid-connect | standard,off            |         |         | false
            crm     | saml           | standard                |         |         | true
            crm     | saml           | standard                | account |         | true
            crm     | saml           | standard                | saml    |         | false
            crm     | saml           | standard,bearer         |         |         | true
            crm     | saml           | implicit,device         |         |         | false
            account | openid-connect | standard                |         |         | false
            account-console        | openid-connect | standard |         |         | false
            security-admin-console | openid-connect | standard |         |         | false
            """)
    @DisplayName("miss the account where people sign in, but no mapper of the right kind tells it by default")
    void missing(String clientId, String protocol, String flows, String mappers, String optional, boolean expected) {
        List<String> words = flows == null ? List.of() : Arrays.asList(flows.split(","));
        facts.put("getClientId", clientId);
        facts.put("getProtocol", protocol);
        facts.put("isEnabled", !words.contains("off"));
        facts.put("isBearerOnly", words.contains("bearer"));
        facts.put("isStandardFlowEnabled", words.contains("standard"));
        facts.put("isImplicitFlowEnabled", words.contains("implicit"));
        put("oauth2.device.authorization.grant.enabled", words.contains("device") ? "true" : null);
        ownMappers = mappers(mappers);
        optionalMappers = mappers(optional);
        assertThat(ClientApplications.signsInWithoutAccount(client())).isEqualTo(expected);
        ownMappers = new String[] {};
        defaultMappers = mappers(mappers);
        assertThat(ClientApplications.signsInWithoutAccount(client())).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"openid-connect, micloud", "saml, micloud-saml", ", micloud"})
    @DisplayName("get the account by the scope of their protocol")
    void scope(String protocol, String scope) {
        facts.put("getProtocol", protocol == null ? Fake.NULL : protocol);
        assertThat(ClientApplications.scopeFor(client())).isEqualTo(scope);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    @DisplayName("count as absent where they are blank")
    void blank(String value) {
        Application usual = application();
        for (String name : List.of("kind", "sso", "accountSelection", "reentry", "forgotPassword", "title")) {
            attributes.put("micloud." + name, value);
        }
        assertThat(application()).isEqualTo(usual);
    }

    private void put(String attribute, String value) {
        if (value != null) {
            attributes.put(attribute, value);
        }
    }

    private static String[] mappers(String word) {
        if (word == null) {
            return new String[] {};
        }
        return new String[] {
            switch (word) {
                case "account" -> OIDC_MAPPER;
                case "saml" -> SAML_MAPPER;
                default -> "oidc-usermodel-attribute-mapper";
            }
        };
    }

    private Application application() {
        return ClientApplications.of(client());
    }

    private ClientModel client() {
        return Answers.by(ClientModel.class, (method, arguments) -> switch (method) {
            case "getAttribute" -> attributes.get(arguments[0]);
            case "getClientScopes" -> Map.of("scope", scope((boolean) arguments[0] ? defaultMappers : optionalMappers));
            case "getProtocolMappersStream" -> stream(ownMappers).get();
            default -> {
                Object fact = facts.get(method);
                if (fact == null) {
                    throw Answers.unexpected(method);
                }
                yield fact == Fake.NULL ? null : fact;
            }
        });
    }

    private static ClientScopeModel scope(String... mappers) {
        return Fake.of(ClientScopeModel.class, Map.of("getProtocolMappersStream", stream(mappers)));
    }

    private static Supplier<Stream<ProtocolMapperModel>> stream(String... mappers) {
        return () -> Stream.of(mappers).map(id -> {
            ProtocolMapperModel mapper = new ProtocolMapperModel();
            mapper.setProtocolMapper(id);
            return mapper;
        });
    }
}
