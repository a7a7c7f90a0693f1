package com.micloud.signin.acceptance.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.JsonObject;
import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Json;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.Tab;
import com.micloud.signin.acceptance.harness.portal.Account;
import com.micloud.signin.acceptance.harness.portal.Http;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.StockRealm;
import com.micloud.signin.acceptance.harness.portal.StrictPolicy;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.real.RealBrowser;
import com.micloud.signin.acceptance.harness.real.RealTab;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of Keycloak's own flows and actions, in our theme, with a real server behind them. */
@AcceptanceTest
abstract class OtherPages {
    private static final Pattern TEMPLATE_ERROR =
            Pattern.compile("freemarker\\.(core|template)\\.|Failed to process template|FreeMarkerException");

    /** What stands where a text is missing: its key. */
    private static final Pattern KEY = Pattern.compile("\\b[a-z]+[A-Z][A-Za-z]+\\b");

    /** The texts of a page, each on a line: what stands side by side would make other words together. */
    private static final String TEXTS =
            """
            () => {
                const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                let all = '';
                while (texts.nextNode()) {
                    if (!texts.currentNode.parentNode.closest('script, noscript')) all += texts.currentNode.data + '\\n';
                }
                return all;
            }
            """;

    private Portal portal;
    private RealBrowser browser;
    private StockRealm realm;
    private User user;
    private String application;
    private RealTab tab;
    private int logged;

    @BeforeEach
    void meet(Portal portal, RealBrowser browser) {
        this.portal = portal;
        logged = portal.log().length();
        this.browser = browser;
        realm = new StockRealm(portal);
        prepare(realm);
        user = realm.admin().user();
        application = realm.application(Map.of());
        tab = browser.tab();
    }

    @AfterEach
    void leave() {
        realm.close();
        assertThat(StrictPolicy.ours(browser.policyViolations())).isEmpty();
        // Only lines of this test, and never the whole log: it is long.
        assertThat(portal.log().substring(logged).lines().filter(TEMPLATE_ERROR.asPredicate()))
                .isEmpty();
    }

    /** What the realm has beside Keycloak's own settings. */
    abstract void prepare(StockRealm realm);

    /** What is wrong with a page, in all its looks or in one. */
    abstract List<String> look(RealTab shown, String name);

    private Tab signIn() {
        tab.open(realm.signIn(application));
        return tab.fill("username", user.username()).password(user.password());
    }

    private void assertGood(String name) {
        assertThat(look(tab, name)).isEmpty();
        assertThat(tab.page().title() + "\n" + tab.page().evaluate(TEXTS)).doesNotContainPattern(KEY);
        assertThat(tab.page().locator("#kc-header .mark").count()).isEqualTo(1);
    }

    private void assertArrived() {
        assertThat(Parameters.of(tab.arrival())).containsKey("code");
    }

    @Test
    @DisplayName("a wrong password is named, the right one signs in, and signing out is asked and confirmed")
    void password() {
        tab.open(realm.signIn(application));
        assertGood("login");
        tab.fill("username", user.username()).password("Wrong-Pass1");
        assertThat(tab.error()).isEqualTo("The username or password is incorrect. Try again.");
        assertGood("login-wrong");
        tab.password(user.password());
        assertArrived();
        tab.open(realm.address("protocol/openid-connect/logout?client_id=" + application));
        assertGood("logout-confirm");
        tab.press("kc-logout");
        assertThat(tab.has("done")).isTrue();
        assertGood("logged-out");
    }

    @Test
    @DisplayName("a password is changed where that is demanded, and the two entries have to match")
    void updatePassword() {
        realm.admin().demand(user, "UPDATE_PASSWORD");
        signIn();
        assertGood("update-password");
        tab.fill("password-new", "Right-one1").fill("password-confirm", "Other-one1");
        tab.press("kc-submit");
        assertThat(tab.page().title()).startsWith("Error: ");
        assertGood("update-password-mismatch");
        tab.newPassword("Right-one1");
        assertArrived();
    }

    @Test
    @DisplayName("a forgotten password is set anew by the link of a mail")
    void resetPassword() {
        realm.admin().changeRealm(Map.of("resetPasswordAllowed", true));
        tab.open(realm.signIn(application));
        tab.press("forgot-password");
        assertGood("reset-password");
        tab.fill("username", user.username()).press("kc-login");
        assertGood("reset-password-sent");
        tab.open(portal.mailboxOf(user).lastLink());
        tab.newPassword("Right-one1");
        assertArrived();
    }

    @Test
    @DisplayName("an unknown address, an unknown application and a request that is none get a page")
    void errors() {
        tab.open(realm.address("nowhere"));
        assertGood("error-404");
        tab.open(realm.signIn("nobody"));
        assertGood("error-application");
        tab.open(realm.address("login-actions/action-token?key=broken"));
        assertGood("error-token");
    }

    @Test
    @DisplayName("an authenticator app is set up, by its QR code or its key, and its codes sign in")
    void oneTimeCodes() {
        realm.admin().demand(user, "CONFIGURE_TOTP");
        signIn();
        assertThat(tab.page().locator("#kc-totp-secret-qr-code").getAttribute("src"))
                .startsWith("data:image/png");
        tab.press("mode-manual");
        var secret = tab.text("kc-totp-secret-key").replace(" ", "");
        tab.fill("totp", "000000").press("saveTOTPBtn");
        assertThat(tab.page().title()).startsWith("Error: ");
        assertThat(tab.page().evaluate("() => document.activeElement.contains(document.getElementById('error'))"))
                .isEqualTo(true);
        tab.page().locator("#error a[href='#totp']").click();
        assertThat(tab.page().evaluate("() => document.activeElement.id")).isEqualTo("totp");
        assertGood("config-totp-wrong");
        tab.fill("totp", code(secret, 0)).press("saveTOTPBtn");
        assertArrived();

        tab = browser.tabOfAnotherBrowser();
        signIn();
        assertThat(tab.has("otp")).isTrue();
        tab.fill("otp", "000000").press("kc-login");
        assertThat(tab.page().locator("#otp").getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(tab.page().evaluate("() => document.activeElement.id")).isEqualTo("otp");
        assertGood("otp-wrong");
        tab.fill("otp", code(secret, 1)).press("kc-login");
        assertArrived();
    }

    @Test
    @DisplayName("recovery codes are shown, confirmed and used")
    void recoveryCodes() {
        realm.enable("CONFIGURE_RECOVERY_AUTHN_CODES");
        realm.allow("auth-recovery-authn-code-form");
        realm.admin().demand(user, "CONFIGURE_RECOVERY_AUTHN_CODES");
        signIn();
        var codes = tab.page().locator("#kc-recovery-codes-list li").allInnerTexts();
        assertThat(codes).hasSize(12);
        assertGood("recovery-codes");
        var kept = tab.page()
                .waitForDownload(
                        () -> tab.page().locator("#downloadRecoveryCodes").click());
        assertThat(kept.suggestedFilename()).isEqualTo("recovery-codes.txt");
        tab.page().locator("#saveRecoveryAuthnCodesBtn").click();
        assertThat(tab.has("kc-recovery-codes-list")).isTrue();
        tab.page().locator("#kcRecoveryCodesConfirmationCheck").check();
        tab.press("saveRecoveryAuthnCodesBtn");
        assertArrived();

        tab = browser.tabOfAnotherBrowser();
        signIn();
        tab.fill("recoveryCodeInput", "wrong").press("kc-login");
        assertThat(tab.error()).isNotEmpty();
        assertGood("recovery-code-wrong");
        tab.fill("recoveryCodeInput", codes.get(0)).press("kc-login");
        assertArrived();
    }

    @Test
    @DisplayName("a passkey is made and signs in, and a failure offers another try")
    void passkey() {
        realm.enable("webauthn-register");
        realm.allow("webauthn-authenticator");
        realm.admin().demand(user, "webauthn-register");
        tab.page().onDialog(dialog -> dialog.accept("My key"));
        var devices = tab.page().context().newCDPSession(tab.page());
        devices.send("WebAuthn.enable");
        signIn();
        assertGood("webauthn-register");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "usb");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        var device = new JsonObject();
        device.add("options", options);
        devices.send("WebAuthn.addVirtualAuthenticator", device);
        tab.press("registerWebAuthn");
        assertArrived();

        tab.page().context().clearCookies();
        signIn();
        assertThat(tab.page().locator("main").innerText()).contains("My key");
        assertGood("webauthn-authenticate");
        tab.press("authenticateWebAuthnButton");
        assertArrived();
    }

    @Test
    @DisplayName("a profile says what is missing at each field and above them, with a way to it")
    void profile() {
        realm.admin().demand(user, "UPDATE_PROFILE");
        signIn();
        assertGood("profile");
        tab.fill("firstName", "").fill("lastName", "").press("kc-login");
        assertThat(tab.page().locator("#error a").allInnerTexts()).hasSize(2).anySatisfy(text -> assertThat(text)
                .startsWith("First name: "));
        assertThat(tab.page().locator("#lastName").getAttribute("aria-describedby"))
                .contains("input-error-lastName");
        assertGood("profile-wrong");
        tab.fill("firstName", "Zoe").fill("lastName", "Zaal").press("kc-login");
        assertArrived();
    }

    @Test
    @DisplayName("a field of several values takes one more and one less, in the language of the page")
    void severalValues(RealBrowser browser) {
        realm.admin().changeRealm(Map.of("internationalizationEnabled", true, "supportedLocales", List.of("en", "de")));
        var profile = (ObjectNode) realm.admin().get("/users/profile");
        profile.withArray("/attributes")
                .addObject()
                .put("name", "phones")
                .put("displayName", "Phones")
                .put("multivalued", true)
                .set("permissions", Json.read("{'view':['admin'],'edit':['user']}".replace('\'', '"')));
        assertThat(realm.admin()
                        .send("PUT", "/users/profile", Json.write(profile))
                        .statusCode())
                .isEqualTo(200);
        realm.admin().demand(user, "UPDATE_PROFILE");
        tab = browser.tabInLanguage("de");
        signIn();
        tab.fill("phones", "100");
        press("Weiteren Wert hinzufügen");
        tab.fill("phones-1", "200");
        press("Weiteren Wert hinzufügen");
        assertThat(tab.page().evaluate("document.activeElement.id")).isEqualTo("phones-2");
        assertGood("profile-several-values");
        tab.fill("phones-2", "300");
        press("Wert 1 entfernen");
        assertThat(tab.page().evaluate("document.activeElement.id")).isEqualTo("phones");
        tab.press("kc-login");
        assertArrived();
        assertThat(realm.admin().get("/users/" + user.id()).at("/attributes/phones"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("200", "300");
    }

    private void press(String text) {
        tab.page().getByText(text, new Page.GetByTextOptions().setExact(true)).click();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {3, 12})
    @DisplayName("one of several organizations is chosen, in the order of their names")
    void organizations(int count) {
        realm.admin().changeRealm(Map.of("organizationsEnabled", true));
        var accounts = Stream.generate(() -> realm.admin().account(""))
                .limit(count)
                .sorted(Comparator.comparing(Account::name))
                .toList();
        realm.admin().join(user, accounts.toArray(Account[]::new));
        tab.open(realm.signIn(application, Map.of("scope", "openid organization")));
        tab.username(user.username());
        assertThat(tab.heading()).isEqualTo("Choose an account");
        assertGood("organizations-" + count);
        var offered = tab.page().locator("#kc-user-organizations").locator("button, option:not([value=''])");
        assertThat(offered.allTextContents())
                .containsExactlyElementsOf(accounts.stream().map(Account::name).toList());
        if (count > 10) {
            tab.page()
                    .locator("#kc-user-organizations")
                    .selectOption(accounts.get(1).number());
            tab.press("kc-login");
        } else {
            offered.nth(1).click();
        }
        tab.password(user.password());
        assertArrived();
    }

    @Test
    @DisplayName("terms are shown and accepted")
    void terms() {
        realm.enable("TERMS_AND_CONDITIONS");
        realm.admin().demand(user, "TERMS_AND_CONDITIONS");
        signIn();
        assertGood("terms");
        tab.press("kc-accept");
        assertArrived();
    }

    @Test
    @DisplayName("people register themselves, and wrong entries are named")
    void registration() {
        realm.admin().changeRealm(Map.of("registrationAllowed", true));
        tab.open(realm.signIn(application));
        tab.page().locator("#kc-registration a").click();
        tab.page().locator("#password-confirm").waitFor();
        assertGood("register");
        var name = Names.username();
        tab.fill("username", name).fill("email", "nonsense").fill("firstName", "Zoe");
        tab.fill("password", "Right-one1")
                .fill("password-confirm", "Other-one1")
                .press("kc-login");
        assertThat(tab.page().locator("#error a").count()).isGreaterThan(2);
        assertGood("register-wrong");
        tab.fill("email", name).fill("lastName", "Zaal");
        tab.fill("password", "Right-one1")
                .fill("password-confirm", "Right-one1")
                .press("kc-login");
        assertArrived();
    }

    @Test
    @DisplayName("an application asks for consent")
    void consent() {
        application = realm.application(Map.of("consentRequired", true));
        signIn();
        assertThat(tab.heading()).contains("Call records");
        assertGood("consent");
        tab.press("kc-login");
        assertArrived();
    }

    @Test
    @DisplayName("a device is let in by its code")
    void device() {
        application = realm.application(Map.of(
                "attributes", Map.of("oauth2.device.authorization.grant.enabled", "true"), "consentRequired", true));
        var asked = Json.read(Http.send(HttpRequest.newBuilder(realm.address("protocol/openid-connect/auth/device"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("client_id=" + application)))
                .body());
        tab.open(URI.create(asked.get("verification_uri").asText()));
        tab.fill("device-user-code", "AAAA-AAAA").press("kc-login");
        assertThat(tab.page().locator("#device-user-code").getAttribute("aria-invalid"))
                .isEqualTo("true");
        assertGood("device-wrong");
        tab.fill("device-user-code", asked.get("user_code").asText().toLowerCase(java.util.Locale.ROOT))
                .press("kc-login");
        tab.fill("username", user.username()).password(user.password());
        tab.press("kc-login");
        assertThat(tab.page().locator("#done, #info").count()).isEqualTo(1);
        assertGood("device-done");
    }

    @Test
    @DisplayName("an e-mail address is confirmed by the link that was sent")
    void confirmation() {
        realm.admin().change("/users/" + user.id(), node -> node.put("emailVerified", false));
        realm.admin().demand(user, "VERIFY_EMAIL");
        signIn();
        assertThat(tab.page().locator("main").innerText()).contains(user.username());
        assertThat(tab.has("send-again")).isTrue();
        assertGood("verify-email");
        tab.open(portal.mailboxOf(user).lastLink());
        assertArrived();
    }

    /** The one-time code of an authenticator app (RFC 6238), so many periods ahead. */
    private static String code(String base32, int ahead) {
        var bits = new StringBuilder();
        for (var i = 0; i < base32.length(); i++) {
            var value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(base32.charAt(i));
            bits.append(String.format("%5s", Integer.toBinaryString(value)).replace(' ', '0'));
        }
        var key = new byte[bits.length() / 8];
        for (var i = 0; i < key.length; i++) {
            key[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
        }
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            var counter = Instant.now().getEpochSecond() / 30 + ahead;
            var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(counter).array());
            var number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & 0x7fffffff;
            return String.format("%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
