package com.micloud.signin.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.portal.Account;
import com.micloud.signin.acceptance.harness.portal.Admin;
import com.micloud.signin.acceptance.harness.portal.Portal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A realm with Keycloak's own flows that differs from another one in nothing but its name and its theme. */
final class ComparedRealm {
    static final String PASSWORD = "Right-one1";

    /** The key of an authenticator app. */
    private static final String OTP_KEY = "12345678901234567890";

    private static final List<String> COMPANIES = List.of(
            "Birch & Lane Law",
            "Contoso Ltd",
            "Harbour View Dental Practice",
            "Lakeside Primary School Board",
            "Maple Street Veterinary Clinic",
            "Northwind Traders International",
            "Old Mill Bakery and Coffee House",
            "Pacific Coast Logistics Partners",
            "Riverside Community Health Trust",
            "Silver Birch Housing Association",
            "Tailwind Toys",
            "Woodgrove Bank");

    private final Portal portal;
    private final Admin admin;

    private ComparedRealm(Portal portal, Admin admin) {
        this.portal = portal;
        this.admin = admin;
    }

    /** One with accounts, several applications, and the pages one by one. */
    static ComparedRealm withAccounts(Portal portal, String name, String theme) {
        var realm = new ComparedRealm(portal, portal.admin().newRealm(name, settings(theme, true)));
        var twoPages = realm.flow("two pages", "auth-username-form", "auth-password-form");
        realm.application("two-pages", Map.of("authenticationFlowBindingOverrides", Map.of("browser", twoPages)));
        realm.application(
                "codes",
                Map.of(
                        "authenticationFlowBindingOverrides",
                        Map.of(
                                "browser",
                                realm.flow("codes", "auth-username-form", "auth-password-form", "auth-otp-form"))));
        realm.application(
                "consent",
                Map.of("consentRequired", true, "authenticationFlowBindingOverrides", Map.of("browser", twoPages)));
        realm.application("accounts", Map.of());
        realm.admin.change(
                "/authentication/required-actions/CONFIGURE_RECOVERY_AUTHN_CODES", node -> node.put("enabled", true));
        realm.people();
        return realm;
    }

    /** One with two identity providers, and username and password on one page. */
    static ComparedRealm withProviders(Portal portal, String name, String theme) {
        var realm = new ComparedRealm(portal, portal.admin().newRealm(name, settings(theme, false)));
        realm.application("one-page", Map.of());
        realm.provider("head-office", "Head office");
        realm.provider("branches", "Branch offices");
        return realm;
    }

    /** An address below the realm. */
    URI address(String path) {
        return URI.create(portal.server() + "/realms/" + admin.realm() + "/" + path);
    }

    /** Where an application sends the browser. */
    URI signIn(String application) {
        var scope = application.equals("accounts") ? "openid organization" : "openid";
        return address("protocol/openid-connect/auth?"
                + Parameters.encode(Map.of(
                        "client_id",
                        application,
                        "redirect_uri",
                        "http://127.0.0.1:9999/callback",
                        "response_type",
                        "code",
                        "scope",
                        scope,
                        "state",
                        "f2Qx8sVbN0aTz3LkYw9c7g")));
    }

    private static Map<String, ?> settings(String theme, boolean accounts) {
        return Map.of(
                "displayName",
                "MiCloud",
                "loginTheme",
                theme,
                "organizationsEnabled",
                accounts,
                "registrationAllowed",
                true,
                "resetPasswordAllowed",
                true,
                "internationalizationEnabled",
                true,
                "supportedLocales",
                List.of("en", "fr", "fr-CA", "es", "de", "nl", "it", "pt-BR", "ja", "ar"),
                "defaultLocale",
                "en");
    }

    private String flow(String alias, String... steps) {
        var id = admin.create(
                "/authentication/flows",
                Map.of("alias", alias, "providerId", "basic-flow", "topLevel", true, "builtIn", false));
        var path = "/authentication/flows/" + alias.replace(" ", "%20") + "/executions";
        for (var step : steps) {
            admin.create(path + "/execution", Map.of("provider", step));
        }
        admin.get(path).forEach(step -> {
            var changed = (ObjectNode) step;
            changed.put("requirement", "REQUIRED");
            admin.send("PUT", path, changed.toString());
        });
        return id;
    }

    private void application(String clientId, Map<String, Object> more) {
        var settings = new LinkedHashMap<String, Object>(Map.of(
                "clientId",
                clientId,
                "name",
                "Call records",
                "publicClient",
                true,
                "redirectUris",
                List.of("http://127.0.0.1:9999/callback")));
        settings.putAll(more);
        admin.create("/clients", settings);
    }

    private void provider(String alias, String name) {
        admin.provider(Map.of(
                "alias",
                alias,
                "displayName",
                name,
                "providerId",
                "oidc",
                "enabled",
                true,
                "config",
                Map.of(
                        "authorizationUrl", "https://provider.example/authorize",
                        "tokenUrl", "https://provider.example/token",
                        "clientId", "portal",
                        "clientSecret", "secret")));
    }

    private void people() {
        admin.user("alice@contoso.example", PASSWORD);
        for (var action :
                List.of("UPDATE_PASSWORD", "CONFIGURE_TOTP", "CONFIGURE_RECOVERY_AUTHN_CODES", "UPDATE_PROFILE")) {
            admin.demand(admin.user(person(action), PASSWORD), action);
        }
        admin.create(
                "/users",
                Map.of(
                        "username",
                        person("otp"),
                        "email",
                        person("otp"),
                        "emailVerified",
                        true,
                        "enabled",
                        true,
                        "firstName",
                        "Alice",
                        "lastName",
                        "Reed",
                        "credentials",
                        List.of(
                                Map.of("type", "password", "value", PASSWORD, "temporary", false),
                                Map.of(
                                        "type",
                                        "otp",
                                        "userLabel",
                                        "Phone",
                                        "secretData",
                                        "{\"value\":\"" + OTP_KEY + "\"}",
                                        "credentialData",
                                        "{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,"
                                                + "\"algorithm\":\"HmacSHA1\"}"))));
        var member = admin.user(person("accounts"), PASSWORD);
        for (var company : COMPANIES) {
            admin.join(member, account(company));
        }
    }

    private Account account(String name) {
        var number = String.valueOf(100200 + 100 * COMPANIES.indexOf(name));
        return new Account(
                admin.create("/organizations", Map.of("name", name, "alias", number, "enabled", true)),
                number,
                name,
                "");
    }

    /** Who is asked for an action, or has something that others lack. */
    static String person(String what) {
        return what.toLowerCase(Locale.ROOT).replace('_', '-') + "@contoso.example";
    }
}
