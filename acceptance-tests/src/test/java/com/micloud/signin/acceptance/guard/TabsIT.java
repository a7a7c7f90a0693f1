package com.micloud.signin.acceptance.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.application.SamlApplication;
import com.micloud.signin.acceptance.harness.people.Company;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Http;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a tab is in the middle of and wherever it is sent: nobody is signed in who was not judged. */
@AcceptanceTest
@DisplayName("A tab")
final class TabsIT {
    private static final List<String> ELSEWHERE = List.of(
            "login-actions/restart",
            "login-actions/authenticate",
            "login-actions/registration",
            "login-actions/reset-credentials",
            "login-actions/first-broker-login",
            "login-actions/post-broker-login",
            "login-actions/consent",
            "login-actions/required-action?execution=micloud-guard",
            "login-actions/required-action?execution=UPDATE_PROFILE",
            "login-actions/required-action?execution=UPDATE_PASSWORD",
            "broker/after-first-broker-login",
            "broker/after-post-broker-login",
            "protocol/openid-connect/logout/logout-confirm");

    private Portal portal;
    private User user;
    private String clientId;
    private PlainTab tab;
    private JsonNode record;
    private Instant begin;

    /** Keycloak itself answers 500 where the tab of a log-out is taken for one of a sign-in. */
    private boolean stockErrors;

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        user = Member.of(portal).in("password").make();
        clientId = portal.admin().application(Map.of());
        tab = PlainTab.wantingPages();
        record = record();
        begin = Instant.now();
    }

    private JsonNode record() {
        var representation = (ObjectNode) portal.admin().get("/users/" + user.id());
        return representation.retain("username", "email", "emailVerified", "firstName", "lastName", "requiredActions");
    }

    /** The user has got no session, the tab no way into an application, and the record is what it was. */
    private void assertNobodyIsIn() {
        assertNotLetIn();
        assertThat(portal.admin().sessions(user)).as("%s", tab).isZero();
        assertThat(portal.events().of(user))
                .as("%s", tab)
                .noneMatch(
                        event -> event.type().equals("LOGIN") && event.error().isEmpty());
        if (!stockErrors) {
            assertThat(tab.browser().answers()).noneMatch(answer -> answer.statusCode() == 500);
        }
        assertThat(record()).as("%s", tab).isEqualTo(record);
    }

    /** The browser has no cookie of a session, and was not sent to an application with a code. */
    private void assertNotLetIn() {
        assertThat(tab.browser().cookie("KEYCLOAK_IDENTITY")).as("%s", tab).isEmpty();
        if (tab.page().hasArrived()) {
            assertThat(Parameters.of(tab.arrival())).doesNotContainKey("code");
        }
    }

    private void open(TabKind kind) {
        stockErrors = kind == TabKind.LOG_OUT;
        kind.open(tab, portal, clientId, user);
    }

    private URI address(String path, Map<String, String> parameters) {
        var question = path.indexOf('?');
        var all = new LinkedHashMap<>(parameters);
        if (question > 0) {
            all.putAll(Parameters.of(portal.realm(path)));
        }
        return URI.create(
                portal.realm(question < 0 ? path : path.substring(0, question)) + "?" + Parameters.encode(all));
    }

    /** What the forms there could want of somebody who does not know the password. */
    private Map<String, String> everything() {
        var form = new LinkedHashMap<String, String>();
        form.put("username", user.username());
        form.put("account", user.account().number());
        form.put("password", Names.password());
        form.put("code", "000000");
        form.put("firstName", "Changed");
        form.put("lastName", "Changed");
        form.put("email", Names.username());
        form.put("accept", "Yes");
        return form;
    }

    static Stream<Arguments> ledElsewhere() {
        return Stream.of(TabKind.values()).flatMap(kind -> ELSEWHERE.stream().map(path -> Arguments.of(kind, path)));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource
    @DisplayName("led elsewhere, with its own session code, with that of another tab or with none, signs nobody in")
    void ledElsewhere(TabKind kind, String path) {
        open(kind);
        var own = TabKind.parameters(tab.page());
        var other = tab.another();
        (kind == TabKind.SIGN_IN ? TabKind.FORGOTTEN : TabKind.SIGN_IN).open(other, portal, clientId, user);
        var foreign = TabKind.parameters(other.page()).getOrDefault("session_code", "");
        for (var code : List.of(own.getOrDefault("session_code", ""), foreign, "")) {
            var parameters = new LinkedHashMap<>(own);
            parameters.put("session_code", code);
            parameters.remove("execution");
            parameters.values().removeIf(String::isEmpty);
            var address = address(path, parameters);
            tab.open(address);
            assertNotLetIn();
            var form = everything();
            form.put("session_code", code);
            tab.post(address, form);
            assertNotLetIn();
        }
        assertNobodyIsIn();
    }

    @ParameterizedTest(name = "{0}, then {1}")
    @CsvSource({
        "FORGOTTEN, restart",
        "FORGOTTEN, authenticate",
        "FORGOTTEN_FROM_APPLICATION, restart",
        "FORGOTTEN_FROM_APPLICATION, authenticate",
        "CHANGE, restart",
        "CHANGE, authenticate",
        "RESET_LINK, restart",
        "RESET_LINK, authenticate"
    })
    @DisplayName("that began with no sign-in becomes none, not even for whoever knows the password")
    void becomesNoSignIn(TabKind kind, String path) {
        open(kind);
        var parameters = TabKind.parameters(tab.page());
        parameters.keySet().retainAll(List.of("client_id", "tab_id", "client_data"));
        tab.open(address("login-actions/" + path, parameters));
        if (tab.has("username") && tab.has("kc-login")) {
            tab.username(user.username());
        }
        if (tab.has("password") && !tab.has("password-new")) {
            tab.password(user.password());
        }
        assertNobodyIsIn();
    }

    @ParameterizedTest(name = "{0} with {1}")
    @MethodSource
    @DisplayName("is not led past a step by the names of Keycloak's own links")
    void selectors(TabKind kind, String field) {
        open(kind);
        var form = tab.page().document().selectFirst("form[action*=tab_id]");
        if (form != null) {
            var action = URI.create(form.absUrl("action"));
            var parameters = TabKind.parameters(tab.page());
            tab.post(action, Map.of(field, parameters.getOrDefault("execution", "on")));
            assertNobodyIsIn();
            parameters.keySet().retainAll(List.of("client_id", "tab_id", "client_data"));
            tab.open(address("login-actions/authenticate", parameters));
            if (tab.has("username") && tab.has("kc-login")) {
                tab.username(user.username());
            }
        }
        assertNobodyIsIn();
    }

    static Stream<Arguments> selectors() {
        return Stream.of(TabKind.values()).flatMap(kind -> Stream.of(
                        "tryAnotherWay", "switchOrganization", "authenticationExecution", "cancel-aia")
                .map(field -> Arguments.of(kind, field)));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("sent to a provider signs in no ex-member whom the provider vouches for")
    void toProvider(TabKind kind) {
        try (var provider = new StandInOidcProvider().signsIn(user.username())) {
            Company.of(portal, "sso-required").with(provider).make();
            provider.link(portal.admin(), user);
            portal.admin().demand(user, "UPDATE_PROFILE");
            record = record();
            open(kind);
            var parameters = TabKind.parameters(tab.page());
            tab.open(address("broker/" + provider.alias() + "/login", parameters));
            assertNobodyIsIn();
            assertThat(tab.has("firstName")).as("%s", tab).isFalse();
            var further = TabKind.parameters(tab.page());
            further.putIfAbsent("client_id", parameters.getOrDefault("client_id", ""));
            further.putIfAbsent("tab_id", parameters.getOrDefault("tab_id", ""));
            for (var path : ELSEWHERE) {
                tab.open(address(path, further));
                assertThat(tab.has("firstName")).as("%s", tab).isFalse();
            }
            assertNobodyIsIn();
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LOG_OUT")
    @DisplayName("sent to a provider signs nobody in by saying yes to an application")
    void consent(TabKind kind) {
        portal.admin().changeClient(clientId, client -> client.put("consentRequired", true));
        try (var provider = new StandInOidcProvider().signsIn(user.username())) {
            Company.of(portal, "sso-required").with(provider).make();
            provider.link(portal.admin(), user);
            open(kind);
            tab.open(address("broker/" + provider.alias() + "/login", TabKind.parameters(tab.page())));
            if (tab.has("kc-login")) {
                tab.press("kc-login");
            }
            assertNobodyIsIn();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "login-actions/restart",
                "login-actions/detached-info",
                "login-actions/authenticate",
                "login-actions/reset-credentials",
                "login-actions/action-token",
                "login-actions/registration",
                "login-actions/first-broker-login",
                "login-actions/post-broker-login",
                "login-actions/consent",
                "login-actions/required-action",
                "broker/after-first-broker-login",
                "broker/after-post-broker-login",
                "protocol/openid-connect/logout/logout-confirm"
            })
    @DisplayName("that was never begun here is begun nowhere in the middle, with the session code of another browser")
    void withoutTab(String path) {
        var elsewhere = PlainTab.wantingPages();
        TabKind.SIGN_IN.open(elsewhere, portal, clientId, user);
        var stolen = TabKind.parameters(elsewhere.page());
        for (var parameters : List.of(Map.<String, String>of(), stolen)) {
            tab.open(address(path, parameters));
            assertThat(tab.has("password")).as("%s", tab).isFalse();
            assertNobodyIsIn();
            tab.post(address(path, parameters), everything());
            assertThat(tab.has("password-new")).as("%s", tab).isFalse();
            assertNobodyIsIn();
        }
        assertThat(elsewhere.password(user.password()).arrival()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"registrations", "forgot-credentials"})
    @DisplayName("that an application begins at another address of Keycloak ends in no session without a proof")
    void begun(String endpoint) {
        var sent = OidcApplication.of(portal, clientId).begin().url().toString();
        tab.open(URI.create(sent.replace("/auth?", "/" + endpoint + "?")));
        assertNobodyIsIn();
        if (tab.page().document().selectFirst("form[action*=tab_id]") != null) {
            var action = URI.create(
                    tab.page().document().selectFirst("form[action*=tab_id]").absUrl("action"));
            tab.post(action, everything());
            assertThat(tab.has("password-new")).as("%s", tab).isFalse();
            assertNobodyIsIn();
        }
    }

    @Test
    @DisplayName("that is begun at the portal for a SAML application asks for the username like any other")
    void begunForSaml() {
        var name = Names.word();
        SamlApplication.made(portal, Map.of("saml_idp_initiated_sso_url_name", name));
        tab.open(portal.realm("protocol/saml/clients/" + name));
        assertThat(tab.has("username")).as("%s", tab).isTrue();
        assertNobodyIsIn();
    }

    @Test
    @DisplayName("is not replaced by user and password beside a SAML request (ECP): nobody was asked for an account")
    void ecp() {
        var entity = SamlApplication.made(portal, Map.of("saml.allow.ecp.flow", "true"))
                .entityId();
        var request =
                """
                <S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>\
                <samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="ID_%s" Version="2.0" \
                IssueInstant="%s" AssertionConsumerServiceURL="%s">\
                <saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">%s</saml:Issuer>\
                </samlp:AuthnRequest></S:Body></S:Envelope>"""
                        .formatted(Names.word(), begin, SamlApplication.CONSUMER, entity);
        var credentials = Base64.getEncoder()
                .encodeToString((user.username() + ":" + user.password()).getBytes(StandardCharsets.UTF_8));
        var answer = Http.send(HttpRequest.newBuilder(portal.realm("protocol/saml"))
                .header("Content-Type", "text/xml")
                .header("Authorization", "Basic " + credentials)
                .POST(HttpRequest.BodyPublishers.ofString(request)));
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(500);
        assertThat(answer.body())
                .doesNotContain("Assertion ")
                .doesNotContain(user.account().number());
        tab.open(portal.realm("forgotpassword"));
        assertNobodyIsIn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"execute-actions", "verify-email"})
    @DisplayName("of a sign-in under way takes nobody in by the link of a mail that is joined to it")
    void mailLink(String kind) {
        var sent = kind.equals("verify-email")
                ? portal.admin().send("PUT", "/users/" + user.id() + "/send-verify-email", "")
                : portal.admin().send("PUT", "/users/" + user.id() + "/execute-actions-email", "[\"UPDATE_PROFILE\"]");
        assertThat(sent.statusCode()).isIn(200, 204);
        var link = portal.mailboxOf(user).lastLink();
        TabKind.SIGN_IN.open(tab, portal, clientId, user);
        var joined = new LinkedHashMap<>(Parameters.of(link));
        joined.putAll(TabKind.parameters(tab.page()));
        joined.remove("execution");
        open(joined);
        var onward = tab.page().document().selectFirst("main a[href*=action-token]");
        if (onward != null) {
            var further = new LinkedHashMap<>(Parameters.of(URI.create(onward.absUrl("href"))));
            joined.forEach((name, value) -> {
                if (!name.equals("key")) {
                    further.put(name, value);
                }
            });
            open(further);
        }
        assertNobodyIsIn();
    }

    private void open(Map<String, String> parameters) {
        tab.open(address("login-actions/action-token", parameters));
    }
}
