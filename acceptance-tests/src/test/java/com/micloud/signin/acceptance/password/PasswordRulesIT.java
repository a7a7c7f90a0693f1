package com.micloud.signin.acceptance.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Json;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Admin;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@AcceptanceTest
@DisplayName("The rules for a password")
final class PasswordRulesIT {
    private static final String ALL_AT_ONCE = "This password does not follow the rules. Use 8 to 16 characters."
            + " Include at least one digit (0-9). Include at least one special character (@ ! # $ % & _ - = +).";

    private static final Map<String, String> SENTENCES = sentences();

    private static Map<String, String> sentences() {
        var sentences = new LinkedHashMap<String, String>();
        sentences.put("length", " Use 8 to 16 characters.");
        sentences.put("digit", " Include at least one digit (0-9).");
        sentences.put("letter", " Include at least one English letter (A-Z or a-z).");
        sentences.put("special", " Include at least one special character (@ ! # $ % & _ - = +).");
        sentences.put("space", " Leave out spaces and invisible characters.");
        sentences.put("different", " Choose one that is different from the current password.");
        return sentences;
    }

    /** The rules whose sentences a message consists of. */
    private static Set<String> told(String message) {
        var rest = message.replace("This password does not follow the rules.", "");
        var told = new TreeSet<String>();
        for (var sentence : SENTENCES.entrySet()) {
            if (rest.contains(sentence.getValue())) {
                told.add(sentence.getKey());
                rest = rest.replace(sentence.getValue(), "");
            }
        }
        assertThat(rest).as("what is left of %s", message).isEmpty();
        return told;
    }

    private static String reason(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as("%s", answer.body()).isEqualTo(400);
        var body = Json.read(answer.body());
        return body.has("error_description")
                ? body.get("error_description").asText()
                : body.get("errorMessage").asText();
    }

    private static HttpResponse<String> reset(Admin admin, User user, String password) {
        return admin.send(
                "PUT",
                "/users/" + user.id() + "/reset-password",
                Json.write(Map.of("type", "password", "value", password, "temporary", false)));
    }

    private static Map<String, Object> person(String password) {
        var name = Names.username();
        return Map.of(
                "username",
                name,
                "email",
                name,
                "enabled",
                true,
                "credentials",
                List.of(Map.of("type", "password", "value", password)));
    }

    private static Admin realm(Portal portal, Map<String, ?> settings) {
        return portal.admin().newRealm("rules-" + Names.word(), settings);
    }

    private static PlainTab open(PlainTab tab, OidcApplication application, User user) {
        tab.open(application.with("kc_action", "UPDATE_PASSWORD").begin().url());
        if (tab.has("username")) {
            tab.username(user.username());
        }
        if (!tab.has("password-new")) {
            tab.passwordAgain(user.password());
        }
        return tab;
    }

    private static void change(PlainTab tab, String current, String fresh) {
        if (tab.has("password")) {
            tab.fill("password", current);
        }
        tab.newPassword(fresh);
    }

    private static OidcApplication application(Portal portal) {
        return OidcApplication.made(portal).with("scope", "openid");
    }

    private static User member(Portal portal) {
        return Member.of(portal).in("password").make();
    }

    @Test
    @DisplayName("hold at the change page as the table in docs/passwords.md says, row by row")
    void atThePage(Portal portal) {
        var user = member(portal);
        var application = application(portal);
        var tab = open(PlainTab.fresh(), application, user);
        var current = user.password();
        var seen = new ArrayList<RulesRow>();
        for (var row : RulesRow.all()) {
            var typed = row.typed(current);
            change(tab, current, typed);
            if (tab.page().hasArrived()) {
                assertThat(Parameters.of(tab.arrival())).containsEntry("kc_action_status", "success");
                seen.add(new RulesRow(row.password(), Set.of()));
                current = typed;
                open(tab, application, user.withPassword(current));
            } else {
                var marked = new TreeSet<>(
                        tab.page().document().select("#pw-rules .err").eachAttr("data-rule"));
                assertThat(told(tab.error())).as("%s", row).isEqualTo(marked);
                seen.add(new RulesRow(row.password(), marked));
            }
        }
        assertThat(seen).containsExactlyElementsOf(RulesRow.all());
    }

    @Test
    @DisplayName("hold in the admin REST interface as the table in docs/passwords.md says, row by row")
    void byRest(Portal portal) {
        var user = portal.admin().user();
        var current = user.password();
        var seen = new ArrayList<RulesRow>();
        for (var row : RulesRow.all()) {
            var typed = row.typed(current);
            var answer = reset(portal.admin(), user, typed);
            if (answer.statusCode() == 204) {
                current = typed;
                seen.add(new RulesRow(row.password(), Set.of()));
            } else {
                seen.add(new RulesRow(row.password(), told(reason(answer))));
            }
        }
        assertThat(seen).containsExactlyElementsOf(RulesRow.all());
    }

    @Test
    @DisplayName("stand on the change page before anything is typed, and describe the field")
    void shownBefore(Portal portal) {
        var user = member(portal);
        var tab = open(PlainTab.fresh(), application(portal), user);
        assertThat(tab.page().document().select("#pw-rules li").eachText())
                .containsExactly(
                        "8 to 16 characters",
                        "At least one digit (0-9)",
                        "At least one English letter (A-Z or a-z)",
                        "At least one of @ ! # $ % & _ - = +",
                        "No spaces",
                        "Different from the current password");
        assertThat(tab.page().element("password-new").attr("aria-describedby")).isEqualTo("pw-rules");
    }

    @Test
    @DisplayName("are marked on the page also where something else was wrong, and nothing of the password comes back")
    void markedBesideAnotherError(Portal portal) {
        var user = member(portal);
        var tab = open(PlainTab.fresh(), application(portal), user);
        if (tab.has("password")) {
            tab.fill("password", user.password());
        }
        tab.fill("password-new", "zq7-").fill("password-confirm", "zq7+").press("kc-submit");
        assertThat(tab.page().document().select("#pw-rules .err").eachAttr("data-rule"))
                .containsExactly("length");
        assertThat(tab.page().body()).doesNotContain("zq7-", "zq7+");
    }

    @Test
    @DisplayName("are told in the language of the page")
    void inTheLanguageOfThePage(Portal portal) {
        var user = member(portal);
        var application = application(portal).with("ui_locales", "de");
        var tab = open(PlainTab.fresh(), application, user);
        change(tab, user.password(), "kurz");
        assertThat(tab.error())
                .isEqualTo("Dieses Passwort entspricht nicht den Regeln. Verwenden Sie 8 bis 16 Zeichen."
                        + " Nehmen Sie mindestens eine Ziffer (0-9) auf."
                        + " Nehmen Sie mindestens ein Sonderzeichen auf (@ ! # $ % & _ - = +).");
        assertThat(tab.page().document().select("#pw-rules .err").eachText())
                .contains("\u2717 Nicht erfüllt: 8 bis 16 Zeichen");
    }

    @Test
    @DisplayName("hold for users whom an administrator creates with a password")
    void createdByRest(Portal portal) {
        var answer = portal.admin().send("POST", "/users", Json.write(person("short")));
        assertThat(reason(answer)).isEqualTo(ALL_AT_ONCE);
        assertThat(portal.admin()
                        .send("POST", "/users", Json.write(person(Names.password())))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    @DisplayName("hold for users who are imported with a password")
    void imported(Portal portal) {
        var bad = person("short");
        var answer = portal.admin()
                .send("POST", "/partialImport", Json.write(Map.of("ifResourceExists", "FAIL", "users", List.of(bad))));
        assertThat(answer.statusCode()).as("%s", answer.body()).isGreaterThanOrEqualTo(400);
        assertThat(portal.admin().get("/users?exact=true&username=" + Parameters.encode((String) bad.get("username"))))
                .isEmpty();
        var good = person(Names.password());
        assertThat(portal.admin()
                        .send(
                                "POST",
                                "/partialImport",
                                Json.write(Map.of("ifResourceExists", "FAIL", "users", List.of(good))))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("hold in the registration form where a realm has one")
    void registration(Portal portal) {
        var admin = realm(
                portal,
                Map.of(
                        "registrationAllowed",
                        true,
                        "loginTheme",
                        "micloud",
                        "passwordPolicy",
                        "micloud-password(8-16)"));
        var tab = PlainTab.fresh();
        tab.open(portal.server().resolve("/realms/" + admin.realm() + "/account/"));
        tab.open(portal.server()
                .resolve("/realms/" + admin.realm() + "/protocol/openid-connect/registrations?client_id=account"
                        + "&response_type=code&scope=openid&redirect_uri="
                        + Parameters.encode(portal.server()
                                .resolve("/realms/" + admin.realm() + "/account/")
                                .toString())));
        tab.fill("username", Names.word())
                .fill("email", Names.username())
                .fill("firstName", "Test")
                .fill("lastName", "User")
                .fill("password", "short")
                .fill("password-confirm", "short");
        tab.show(tab.page().submit("kc-register-form"));
        assertThat(tab.page().document().select(".err").text()).contains(ALL_AT_ONCE);
    }

    @Test
    @DisplayName("want another one than the current one without Keycloak's history, however that was hashed")
    void withoutHistory(Portal portal) {
        var admin = realm(portal, Map.of("passwordPolicy", "micloud-password and hashAlgorithm(pbkdf2-sha256)"));
        var user = admin.user(Names.username(), "Acme-Pass1");
        admin.changeRealm(Map.of("passwordPolicy", "micloud-password and hashAlgorithm(pbkdf2-sha512)"));
        assertThat(told(reason(reset(admin, user, "Acme-Pass1")))).containsExactly("different");
        assertThat(reset(admin, user, "Acme-Pass2").statusCode()).isEqualTo(204);
        assertThat(reset(admin, user, "Acme-Pass1").statusCode()).isEqualTo(204);
        assertThat(admin.failures(user)).isZero();
    }

    @Test
    @DisplayName("are told whole, also what an old password breaks that rules of today forbid")
    void currentOneThatIsBadToday(Portal portal) {
        var admin = realm(portal, Map.of("passwordPolicy", ""));
        var user = admin.user(Names.username(), "old");
        admin.changeRealm(Map.of("passwordPolicy", "passwordHistory(3) and micloud-password(8-16) and length(8)"));
        assertThat(told(reason(reset(admin, user, "old")))).containsExactly("different", "digit", "length", "special");
    }

    @Test
    @DisplayName("leave older passwords to Keycloak's history, which tells of them once")
    void besideHistory(Portal portal) {
        var admin = realm(portal, Map.of("passwordPolicy", "passwordHistory(3) and micloud-password(8-16)"));
        var user = admin.user(Names.username(), "Acme-Pass1");
        assertThat(reset(admin, user, "Acme-Pass2").statusCode()).isEqualTo(204);
        assertThat(reason(reset(admin, user, "Acme-Pass1"))).contains("last 3 passwords");
        assertThat(told(reason(reset(admin, user, "Acme-Pass2")))).containsExactly("different");
    }

    @Test
    @DisplayName("are what the realm sets: other lengths, other special characters")
    void settings(Portal portal) {
        var admin = realm(portal, Map.of("passwordPolicy", "micloud-password(10-12 ?*)"));
        var user = admin.userWithoutPassword();
        assertThat(reason(reset(admin, user, "Acme-Pas1")))
                .isEqualTo("This password does not follow the rules. Use 10 to 12 characters."
                        + " Include at least one special character (? *).");
        assertThat(reset(admin, user, "Acme?Pass1").statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"micloud-password", "micloud-password(8-16)", "micloud-password(undefined)"})
    @DisplayName("are the usual ones where the realm sets nothing more")
    void defaults(String policy, Portal portal) {
        var admin = realm(portal, Map.of("passwordPolicy", policy));
        assertThat(reason(reset(admin, admin.userWithoutPassword(), "short"))).isEqualTo(ALL_AT_ONCE);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "16-8, The shortest length (16) is greater than the longest (8)",
                "4-16, A password length lies between 6 and 128",
                "8-16 @@, The special character @ stands twice",
                "8-16 @A, A cannot be a special character: it is a letter or a digit",
                "8-16 @ !, `Write the lengths, then the special characters with no blanks between them, then the"
                        + " strength, for example 8-16 @!#$%&_-=+ strength=2`",
                "8-16 (, `( cannot be a special character: it is a parenthesis, which ends the setting`",
                "8-16 strength=9, The strength to insist on is a number from 0 (any) to 3 (good)",
                "long, `\"long\" is not a range of lengths. Write shortest-longest, for example 8-16`"
            })
    @DisplayName("cannot be set to what makes no sense: the administrator is told why, and all stays as it was")
    void wrongSettings(String value, String reason, Portal portal) {
        var admin = realm(portal, Map.of("passwordPolicy", "micloud-password(8-16)"));
        var answer = admin.send("PUT", "", Json.write(Map.of("passwordPolicy", "micloud-password(" + value + ")")));
        assertThat(reason(answer)).isEqualTo("Invalid config for micloud-password: " + reason);
        assertThat(admin.get("").get("passwordPolicy").asText()).isEqualTo("micloud-password(8-16)");
    }
}
