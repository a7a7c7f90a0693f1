package com.micloud.signin.acceptance.stock;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.micloud.signin.acceptance.harness.Json;
import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.mail.ReceivedMail;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Admin;
import com.micloud.signin.acceptance.harness.portal.Http;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.saml.SamlXml;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A walk through a realm without the guard, and with nothing of ours: it passes each of Keycloak's providers that the jars
 * replace. docs/replaced.md names them.
 */
final class StockWalk {
    private static final String NAME = "walk";
    private static final String PROVIDER = "walk-provider";
    private static final String CALLBACK = "http://127.0.0.1:9999/callback";
    private static final String PASSWORD = "Walking-1";

    private final Portal portal;
    private final Transcript said;
    private final Admin admin;
    private final Admin provider;

    private StockWalk(Portal portal) {
        this.portal = portal;
        said = new Transcript(portal.server());
        admin = portal.admin().newRealm(NAME, settings());
        provider = portal.admin().newRealm(PROVIDER, Map.of());
    }

    static List<String> through(Portal portal) {
        var walk = new StockWalk(portal);
        try {
            walk.prepare();
            walk.pages();
            walk.signIn();
            walk.signOut();
            walk.saml();
            walk.accountApi();
            walk.actions();
            walk.registration();
            walk.forgottenPassword();
            walk.bruteForce();
            walk.brokering("oidc");
            walk.brokering("saml");
            walk.events();
            return walk.said.lines();
        } finally {
            walk.admin.delete("");
            walk.provider.delete("");
        }
    }

    private Map<String, Object> settings() {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("registrationAllowed", true);
        settings.put("resetPasswordAllowed", true);
        settings.put("editUsernameAllowed", true);
        settings.put("internationalizationEnabled", true);
        settings.put("supportedLocales", List.of("en", "de"));
        settings.put("bruteForceProtected", true);
        settings.put("failureFactor", 3);
        settings.put("quickLoginCheckMilliSeconds", 0);
        settings.put("passwordPolicy", "length(8) and digits(1)");
        settings.put("organizationsEnabled", true);
        settings.put("eventsEnabled", true);
        settings.put(
                "smtpServer",
                Map.of(
                        "host",
                        "localhost",
                        "port",
                        String.valueOf(portal.mails().getSmtp().getPort()),
                        "from",
                        "walk@stock.example"));
        return settings;
    }

    private void prepare() {
        client(admin, "app", Map.of("publicClient", true, "directAccessGrantsEnabled", true, "name", "Records"));
        admin.create(
                "/clients",
                Map.of(
                        "clientId",
                        "saml-app",
                        "protocol",
                        "saml",
                        "redirectUris",
                        List.of("http://127.0.0.1:9999/saml"),
                        "attributes",
                        Map.of("saml.client.signature", "false")));
        admin.offerScope("app", "organization");
        for (var action : List.of(
                "CONFIGURE_RECOVERY_AUTHN_CODES",
                "webauthn-register",
                "webauthn-register-passwordless",
                "delete_account")) {
            admin.change("/authentication/required-actions/" + action, node -> node.put("enabled", true));
        }
    }

    private static void client(Admin realm, String id, Map<String, Object> more) {
        var client = new LinkedHashMap<>(more);
        client.put("clientId", id);
        client.putIfAbsent("redirectUris", List.of(CALLBACK));
        client.put("attributes", Map.of("post.logout.redirect.uris", "+"));
        realm.create("/clients", client);
    }

    private URI at(String path) {
        return URI.create(portal.server() + "/realms/" + NAME + "/" + path);
    }

    private URI authorization(Map<String, String> more) {
        var parameters = new LinkedHashMap<>(Map.of(
                "client_id", "app", "redirect_uri", CALLBACK, "response_type", "code", "scope", "openid organization"));
        parameters.putAll(more);
        return at("protocol/openid-connect/auth?" + Parameters.encode(parameters));
    }

    private PlainTab open(String what, URI address) {
        return open(what, PlainTab.wantingPages(), address);
    }

    private PlainTab open(String what, PlainTab tab, URI address) {
        said.begin(what);
        tab.open(address);
        said.page(tab.page());
        return tab;
    }

    private PlainTab press(PlainTab tab, String what, String button) {
        said.begin(what);
        tab.press(button);
        said.page(tab.page());
        return tab;
    }

    /** Sends the only form of the page, with these fields. */
    private PlainTab send(PlainTab tab, String what, Map<String, String> fields) {
        said.begin(what);
        fields.forEach((name, value) -> tab.page().fill(name, value));
        var form = tab.page()
                .document()
                .selectFirst("form[method=post]:has([name=%s])"
                        .formatted(fields.keySet().iterator().next()));
        if (form.id().isEmpty()) {
            form.attr("id", "walked");
        }
        tab.show(tab.page().submit(form.id()));
        said.page(tab.page());
        return tab;
    }

    private User person(String name) {
        var user = admin.user(name + "@stock.example", PASSWORD);
        said.begin("somebody new: " + name);
        return user;
    }

    private PlainTab enter(User user, Map<String, String> more) {
        var tab = PlainTab.wantingPages();
        tab.open(authorization(more));
        tab.page().fill("username", user.username());
        if (!tab.has("password")) {
            tab.show(tab.page().press("kc-login"));
        }
        tab.page().fill("password", user.password());
        tab.show(tab.page().press("kc-login"));
        return tab;
    }

    private HttpResponse<String> token(Map<String, String> form) {
        var all = new LinkedHashMap<>(form);
        all.put("client_id", "app");
        return Http.send(HttpRequest.newBuilder(at("protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "http://127.0.0.1:9999")
                .POST(HttpRequest.BodyPublishers.ofString(Parameters.encode(all))));
    }

    private static JsonNode claims(String token) {
        return Json.read(new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8));
    }

    private JsonNode redeem(PlainTab tab) {
        var code = Parameters.of(tab.arrival()).get("code");
        return Json.read(token(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", CALLBACK))
                .body());
    }

    private void pages() {
        open("an address that is none", at("nowhere"));
        open("the same in German", at("nowhere?kc_locale=de"));
        open("an unknown application", at("protocol/openid-connect/auth?client_id=nobody"));
        open("a broken link", at("login-actions/action-token?key=broken"));
        open("a step of no sign-in", at("login-actions/authenticate"));
        open("no request", at("protocol/saml"));
        var tab = open("the sign-in", authorization(Map.of()));
        said.say("cookies: " + tab.browser().cookieNames());
        open("the sign-in in German", tab, authorization(Map.of("kc_locale", "de")));
        said.say("cookie: " + tab.browser().cookie("KEYCLOAK_LOCALE"));
        open("the sign-in in a language that the realm does not offer", tab, authorization(Map.of("kc_locale", "sv")));
        said.say("cookie: " + tab.browser().cookie("KEYCLOAK_LOCALE"));
        open("a device", at("device"));
    }

    private void signIn() {
        var user = person("ann");
        var account = admin.account("", "");
        admin.join(user, account);
        var tab = open("signing in", authorization(Map.of()));
        send(tab, "the username", Map.of("username", user.username()));
        if (!tab.page().hasArrived()) {
            send(tab, "a wrong password", Map.of("password", "Wrong-1"));
            await().atMost(Duration.ofSeconds(30)).until(() -> admin.failures(user) == 1);
            send(tab, "the right one", Map.of("password", PASSWORD));
        }
        var tokens = redeem(tab);
        said.object("token", tokens);
        said.object("access", claims(tokens.get("access_token").asText()));
        said.object("id", claims(tokens.get("id_token").asText()));
        said.begin("refreshing");
        var again = token(Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                tokens.get("refresh_token").asText()));
        said.say(again.statusCode() + " " + again.headers().firstValue("Access-Control-Allow-Origin"));
        said.object("access", claims(Json.read(again.body()).get("access_token").asText()));
        said.object(
                "refresh", claims(Json.read(again.body()).get("refresh_token").asText()));
        said.begin("userinfo");
        said.answer(api("GET", at("protocol/openid-connect/userinfo"), tokens, ""));
        open("silently", tab, authorization(Map.of("prompt", "none")));
        open("another person", tab, authorization(Map.of("prompt", "login")));
        admin.delete(account);
    }

    private void signOut() {
        var user = person("bob");
        var tab = enter(user, Map.of());
        redeem(tab);
        open("signing out", tab, at("protocol/openid-connect/logout?client_id=app"));
        press(tab, "yes", "kc-logout");
        tab = enter(user, Map.of());
        var tokens = redeem(tab);
        open(
                "signing out with an ID token",
                tab,
                at("protocol/openid-connect/logout?"
                        + Parameters.encode(Map.of(
                                "id_token_hint",
                                tokens.get("id_token").asText(),
                                "post_logout_redirect_uri",
                                CALLBACK))));
        said.begin("refreshing afterwards");
        said.answer(token(Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                tokens.get("refresh_token").asText())));
    }

    private void saml() {
        var user = person("cy");
        var tab = open(
                "a SAML sign-in",
                at("protocol/saml?"
                        + Parameters.encode(Map.of(
                                "SAMLRequest",
                                SamlXml.deflate(
                                        """
                <samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="ID_1" Version="2.0"\
                 IssueInstant="2030-01-01T00:00:00Z" Destination="%s"\
                 AssertionConsumerServiceURL="http://127.0.0.1:9999/saml">\
                <saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">saml-app</saml:Issuer>\
                </samlp:AuthnRequest>"""
                                                .formatted(at("protocol/saml")))))));
        tab.page().fill("username", user.username());
        if (!tab.has("password")) {
            tab.show(tab.page().press("kc-login"));
        }
        send(tab, "its password", Map.of("password", PASSWORD));
        var response = SamlXml.parse(SamlXml.decode(tab.posted().get("SAMLResponse")));
        for (var name : List.of("StatusCode", "NameID", "Attribute", "Audience", "AuthnContextClassRef")) {
            SamlXml.all(response, name).stream()
                    .map(element -> name + " " + element.getAttribute("Name") + element.getAttribute("Value") + " "
                            + element.getTextContent())
                    .sorted()
                    .forEach(said::say);
        }
        var session = SamlXml.only(response, "AuthnStatement").getAttribute("SessionIndex");
        open(
                "signing out of it",
                tab,
                at("protocol/saml?"
                        + Parameters.encode(Map.of(
                                "SAMLRequest",
                                SamlXml.deflate(
                                        """
                <samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="ID_2" Version="2.0"\
                 IssueInstant="2030-01-01T00:00:00Z" Destination="%s">\
                <saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">saml-app</saml:Issuer>\
                <saml:NameID xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">%s</saml:NameID>\
                <samlp:SessionIndex>%s</samlp:SessionIndex></samlp:LogoutRequest>\
                """
                                                .formatted(at("protocol/saml"), user.username(), session))))));
    }

    private static HttpResponse<String> api(String method, URI address, JsonNode tokens, String body) {
        return Http.send(HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + tokens.path("access_token").asText())
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("Origin", "http://127.0.0.1:9999")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private void accountApi() {
        var user = person("dee");
        var tokens = Json.read(token(Map.of(
                        "grant_type", "password", "scope", "openid", "username", user.username(), "password", PASSWORD))
                .body());
        for (var path : List.of("", "sessions/devices", "linked-accounts", "applications", "groups")) {
            said.begin("the account API: " + path);
            var answer = api("GET", at("account/" + path), tokens, "");
            said.say(answer.statusCode() + " " + answer.headers().firstValue("Access-Control-Allow-Origin"));
            if (path.isEmpty()) {
                said.object("record", Json.read(answer.body()));
            }
        }
        said.begin("a preflight");
        said.answer(Http.send(HttpRequest.newBuilder(at("account"))
                .header("Origin", "http://127.0.0.1:9999")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())));
        said.begin("a new record");
        said.answer(api(
                "POST",
                at("account"),
                tokens,
                Json.write(Map.of(
                        "username", "dora", "email", "dora@stock.example", "firstName", "Dora", "lastName", "New"))));
        record(user);
        said.begin("a record that is none");
        said.answer(api("POST", at("account"), tokens, Json.write(Map.of("username", "d*", "email", "none"))));
        said.begin("the admin API");
        said.answer(api("GET", URI.create(portal.server() + "/admin/realms/" + NAME + "/users"), tokens, ""));
    }

    private void record(User user) {
        var found = admin.get("/users/" + user.id());
        for (var name : List.of("username", "email", "emailVerified", "firstName", "lastName", "requiredActions")) {
            said.say(name + " = " + found.path(name));
        }
    }

    private void actions() {
        for (var action : List.of(
                "CONFIGURE_TOTP",
                "CONFIGURE_RECOVERY_AUTHN_CODES",
                "webauthn-register",
                "webauthn-register-passwordless",
                "VERIFY_EMAIL",
                "UPDATE_EMAIL")) {
            var user = person(action.toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
            if (action.equals("VERIFY_EMAIL")) {
                admin.change("/users/" + user.id(), node -> node.put("emailVerified", false));
            }
            admin.demand(user, action);
            var tab = enter(user, Map.of());
            said.say(tab.page().status() + " " + tab.page().document().title());
            said.say("fields " + tab.page().document().select("input[name]").eachAttr("name"));
            if (action.equals("VERIFY_EMAIL")) {
                var mail = ReceivedMail.lastTo(portal, user.username());
                said.say(mail.subject() + ": " + mail.text().replaceAll("https?://\\S+", "<link>"));
            }
        }
        var changing = person("password");
        admin.demand(changing, "UPDATE_PASSWORD");
        var tab = enter(changing, Map.of());
        said.page(tab.page());
        send(tab, "two passwords", fields("password-new", "Walking-2", "password-confirm", "Walking-3"));
        send(tab, "a short one", fields("password-new", "short1", "password-confirm", "short1"));
        send(tab, "a new one", fields("password-new", "Walking-2", "password-confirm", "Walking-2"));
        var profile = person("profile");
        admin.demand(profile, "UPDATE_PROFILE");
        tab = enter(profile, Map.of());
        said.page(tab.page());
        send(tab, "no name", fields("firstName", "", "email", "none"));
        send(tab, "another name", fields("firstName", "Pia", "email", "pia@stock.example"));
        record(profile);
        var leaving = person("leaving");
        tab = enter(leaving, Map.of("kc_action", "delete_account"));
        said.page(tab.page());
    }

    private static Map<String, String> fields(String... namesAndValues) {
        var fields = new LinkedHashMap<String, String>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    private void registration() {
        var tab = open(
                "registering",
                at("protocol/openid-connect/registrations?"
                        + Parameters.encode(Map.of(
                                "client_id",
                                "app",
                                "redirect_uri",
                                CALLBACK,
                                "response_type",
                                "code",
                                "scope",
                                "openid"))));
        send(tab, "nothing", fields("username", ""));
        send(
                tab,
                "everything",
                fields(
                        "username",
                        "eve",
                        "email",
                        "eve@stock.example",
                        "firstName",
                        "Eve",
                        "lastName",
                        "New",
                        "password",
                        PASSWORD,
                        "password-confirm",
                        PASSWORD));
        record(admin.findUser("eve"));
    }

    private void forgottenPassword() {
        var user = person("fay");
        var tab = open("a forgotten password", authorization(Map.of()));
        tab.open(at("login-actions/reset-credentials?client_id=app"));
        said.page(tab.page());
        send(tab, "whose", Map.of("username", user.username()));
        var mail = ReceivedMail.lastTo(portal, user.username());
        said.say(mail.subject() + ": " + mail.text().replaceAll("https?://\\S+", "<link>"));
        open("the link", tab, portal.mailboxOf(user).lastLink());
        send(tab, "a new password", fields("password-new", "Walking-2", "password-confirm", "Walking-2"));
    }

    private void bruteForce() {
        var user = person("gus");
        for (var failure = 1; failure <= 3; failure++) {
            var expected = failure;
            enter(new User(user.id(), user.username(), "Wrong-1"), Map.of());
            await().atMost(Duration.ofSeconds(30)).until(() -> admin.failures(user) >= expected);
        }
        var status = admin.bruteForce(user);
        said.say(status.path("numFailures") + " " + status.path("disabled"));
        said.page(enter(user, Map.of()).page());
    }

    private void brokering(String type) {
        said.begin("a provider: " + type);
        var alias = "walk-" + type;
        var answers = at("broker/" + alias + "/endpoint").toString();
        var there = portal.server() + "/realms/" + PROVIDER + "/protocol/";
        if (type.equals("oidc")) {
            client(provider, alias, Map.of("secret", "secret", "redirectUris", List.of(answers + "*")));
        } else {
            provider.create(
                    "/clients",
                    Map.of(
                            "clientId",
                            at("").toString().replaceFirst("/$", ""),
                            "protocol",
                            "saml",
                            "redirectUris",
                            List.of(answers + "*"),
                            "attributes",
                            Map.of("saml.client.signature", "false", "saml_name_id_format", "username")));
        }
        var config = type.equals("oidc")
                ? Map.of(
                        "clientId", alias,
                        "clientSecret", "secret",
                        "clientAuthMethod", "client_secret_post",
                        "authorizationUrl", there + "openid-connect/auth",
                        "tokenUrl", there + "openid-connect/token",
                        "jwksUrl", there + "openid-connect/certs",
                        "useJwksUrl", "true",
                        "validateSignature", "true",
                        "defaultScope", "openid profile email",
                        "syncMode", "FORCE")
                : Map.of(
                        "singleSignOnServiceUrl", there + "saml",
                        "entityId", at("").toString().replaceFirst("/$", ""),
                        "nameIDPolicyFormat", "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
                        "postBindingResponse", "true",
                        "syncMode", "FORCE");
        admin.provider(
                Map.of("alias", alias, "providerId", type, "enabled", true, "trustEmail", false, "config", config));
        admin.create(
                "/identity-provider/instances/" + alias + "/mappers",
                Map.of(
                        "name",
                        "username",
                        "identityProviderAlias",
                        alias,
                        "identityProviderMapper",
                        type + "-username-idp-mapper",
                        "config",
                        Map.of(
                                "template",
                                type.equals("oidc")
                                        ? "mapped-${CLAIM.preferred_username}"
                                        : "mapped-${NAMEID | lowercase}",
                                "target",
                                "LOCAL",
                                "syncMode",
                                "INHERIT")));
        var name = "hal-" + type;
        var person = provider.user(name + "@stock.example", PASSWORD);
        var tab = open("by " + type, authorization(Map.of("kc_idp_hint", alias)));
        send(tab, "there", fields("username", person.username(), "password", PASSWORD));
        if (tab.has("kc-idp-review-profile-form")) {
            send(tab, "the profile", fields("email", name + "@stock.example", "firstName", "Hal", "lastName", "Here"));
        }
        var users = admin.get("/users?search=hal-" + type);
        users.forEach(
                user -> said.say(user.path("username") + " " + user.path("email") + " " + user.path("firstName")));
        provider.change("/users/" + person.id(), node -> node.put("firstName", "Harry"));
        tab = open("again", authorization(Map.of("kc_idp_hint", alias)));
        send(tab, "there again", fields("username", person.username(), "password", PASSWORD));
        admin.get("/users?search=hal-" + type)
                .forEach(user -> said.say(user.path("username") + " " + user.path("firstName")));
        open("and out", tab, at("protocol/openid-connect/logout?client_id=app"));
        if (tab.has("kc-logout")) {
            press(tab, "yes", "kc-logout");
        }
        var broken = open("an answer that nobody asked for", URI.create(answers + "?state=none&code=none"));
        said.say("cookies: " + broken.browser().cookieNames());
    }

    private void events() {
        said.begin("events");
        var counts = new TreeMap<String, Integer>();
        admin.get("/events?max=1000")
                .forEach(event -> counts.merge(
                        event.path("type").asText() + " " + event.path("error").asText() + " "
                                + event.path("clientId").asText(),
                        1,
                        Integer::sum));
        counts.forEach((event, count) -> said.say(count + " " + event));
    }
}
