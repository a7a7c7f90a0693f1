package com.micloud.signin.acceptance.provider;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.people.Customer;
import com.micloud.signin.acceptance.harness.plain.PlainPage;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.provider.Attack;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import com.micloud.signin.acceptance.harness.provider.StandInSamlProvider;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@AcceptanceTest
@DisplayName("What nobody asked for signs nobody in, at any address where Keycloak listens to providers")
final class UnsolicitedAnswersIT {
    private Portal portal;
    private PlainTab tab;

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        tab = PlainTab.wantingPages();
    }

    private static Arguments row(String method, String path, String query, int status, String reason) {
        return Arguments.of(method, path, query, status, reason);
    }

    static Stream<Arguments> oidc() {
        return Stream.of(
                row("GET", "%s/endpoint", "", 400, "identity_provider_login_failure"),
                row("GET", "%s/endpoint", "code=x", 400, "identity_provider_login_failure"),
                row("GET", "%s/endpoint", "error=access_denied", 400, "identity_provider_login_failure"),
                row("GET", "%s/endpoint", "code=x&state=x", 400, "invalidRequestMessage"),
                row("GET", "%s/endpoint", "code=x&state=a.b.c.d", 400, "identity_provider_login_failure"),
                row("GET", "%s/endpoint", "code=x&state=..", 400, "cookie_not_found"),
                row("GET", "%s/endpoint", "code=x&state=a.b.%%25%%25.d", 400, "identity_provider_login_failure"),
                row("POST", "%s/endpoint", "id_token=x", 405, ""),
                row("GET", "%s/endpoint/clients/x", "code=x", 404, ""),
                row("GET", "%s/endpoint/logout_response", "", 400, "user_session_not_found"),
                row("GET", "%s/endpoint/logout_response", "state=x", 400, "user_session_not_found"),
                row("GET", "%s/login", "", 400, "invalidRequestMessage"),
                row("POST", "%s/login", "", 400, "invalidRequestMessage"),
                row("GET", "%s/login", "session_code=x&client_id=account-portal&tab_id=x", 400, "cookie_not_found"),
                row("GET", "%s/link", "client_id=account-portal&nonce=x&hash=x", 400, "not_allowed"),
                row("GET", "after-first-broker-login", "", 400, "invalidRequestMessage"),
                row(
                        "GET",
                        "after-first-broker-login",
                        "session_code=x&client_id=account-portal&tab_id=x",
                        400,
                        "cookie_not_found"),
                row("GET", "after-post-broker-login", "", 400, "invalidRequestMessage"),
                row(
                        "GET",
                        "after-post-broker-login",
                        "session_code=x&client_id=account-portal&tab_id=x",
                        400,
                        "cookie_not_found"),
                row("GET", "nobodys-provider/endpoint", "code=x&state=x", 404, ""),
                row("GET", "nobodys-provider/login", "", 400, "invalidRequestMessage"));
    }

    /** Rows without a reason: Keycloak tells listeners and the log, and stores no event of that kind. */
    static Stream<Arguments> saml() {
        return Stream.of(
                row("GET", "%s/endpoint", "", 400, "invalid_request"),
                row("POST", "%s/endpoint", "", 400, "invalid_request"),
                row("POST", "%s/endpoint", "SAMLResponse={answer}", 400, "invalid_saml_response"),
                row("GET", "%s/endpoint", "SAMLResponse={answer}", 400, ""),
                row("POST", "%s/endpoint", "SAMLResponse=x", 400, "identity_provider_login_failure"),
                row("POST", "%s/endpoint", "SAMLResponse={answer}&RelayState=x", 400, "invalidRequestMessage"),
                row(
                        "POST",
                        "%s/endpoint/clients/{shortcut}",
                        "SAMLResponse={answer}",
                        400,
                        "identity_provider_login_failure"),
                row("GET", "%s/endpoint/clients/{shortcut}", "SAMLResponse={answer}", 400, ""),
                row("POST", "%s/endpoint/clients/nobody", "SAMLResponse={answer}", 400, "client_not_found"),
                row("POST", "%s/endpoint", "SAMLRequest=x", 400, ""),
                row("GET", "%s/endpoint", "SAMLRequest=x", 400, ""),
                row("POST", "%s/endpoint", "SAMLart=x", 400, "identity_provider_login_failure"),
                row("GET", "%s/endpoint", "SAMLart=x", 400, "identity_provider_login_failure"));
    }

    @ParameterizedTest(name = "{0} {1}?{2}: {3} {4}")
    @MethodSource
    @DisplayName("of an OpenID Connect provider")
    void oidc(String method, String path, String query, int status, String reason) {
        try (Customer<StandInOidcProvider> customer = Customer.withOidc(portal)) {
            var attack = Attack.on(portal, customer.member());
            var page = send(method, path.formatted(customer.provider().alias()), query.replace("%%", "%"));
            attack.failed(page, status, reason);
        }
    }

    @ParameterizedTest(name = "{0} {1}?{2}: {3} {4}")
    @MethodSource
    @DisplayName("of a SAML provider")
    void saml(String method, String path, String query, int status, String reason) {
        var shortcut = Names.word();
        portal.admin()
                .application(Map.of(
                        "saml_idp_initiated_sso_url_name",
                        shortcut,
                        "saml_assertion_consumer_url_post",
                        OidcApplication.CALLBACK.toString()));
        try (Customer<StandInSamlProvider> customer = Customer.withSaml(portal)) {
            var provider = customer.provider();
            var name = customer.member().username();
            portal.admin().link(customer.member(), provider.alias(), name, name);
            var target = path.formatted(provider.alias()).replace("{shortcut}", shortcut);
            var address = portal.realm("broker/" + target);
            provider.spoiling(answer -> answer.set("destination", address.toString()));
            var attack = Attack.on(portal, customer.member());
            var answer = Parameters.encode(provider.unsolicited().get("SAMLResponse"));
            attack.failed(send(method, target, query.replace("{answer}", answer)), status, reason);
        }
    }

    private PlainPage send(String method, String path, String query) {
        var address = portal.realm("broker/" + path);
        if (method.equals("POST")) {
            return tab.browser().post(address, Parameters.decode(query));
        }
        return tab.browser().open(URI.create(query.isEmpty() ? address.toString() : address + "?" + query));
    }
}
