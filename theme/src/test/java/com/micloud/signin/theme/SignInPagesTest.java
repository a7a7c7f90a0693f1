package com.micloud.signin.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The pages of the flow, as the authenticators have them drawn. */
final class SignInPagesTest {

    private static final Renderer RENDERER = new Renderer(new ThemeChain("login"));

    @Nested
    class Username {

        @Test
        void asksForTheUsernameAndHelpsWhoForgotIt() {
            Document document = draw("login-username");
            Element field = document.getElementById("username");
            assertThat(document.title()).isEqualTo("Sign in to MiCloud");
            assertThat(field.attr("autocomplete")).isEqualTo("username");
            assertThat(field.hasAttr("autofocus")).isTrue();
            assertThat(field.parents().select("form#kc-form-login").attr("action"))
                    .contains("session_code=");
            assertThat(document.getElementById("kc-login").text()).isEqualTo("Next");
            assertThat(document.select("main").text()).contains("Authorized Contact");
        }

        @Test
        void showsTheApplicationsOwnTitle() {
            assertThat(draw("login-username-title").select("h1").text()).isEqualTo("Sign in to Teamwork");
        }

        @Test
        void marksTheFieldWhenNothingWasTyped() {
            Document document = draw("login-username-missing");
            assertThat(document.title()).isEqualTo("Error: Sign in to MiCloud");
            assertThat(document.getElementById("username").attr("aria-invalid")).isEqualTo("true");
            assertThat(document.getElementById("error").text()).isEqualTo("Enter your username.");
        }

        @Test
        void doesNotShowTheUsernameTwice() {
            Page page = Page.of("login-username").micloud(Map.of("username", GoldenPages.USERNAME));
            Document document = draw(page);
            assertThat(document.getElementById("username").val()).isEqualTo(GoldenPages.USERNAME);
            assertThat(document.select("#not-you")).isEmpty();
        }
    }

    @Nested
    class Branding {

        @Test
        void namesTheAccountAndShowsItsLogoAndHelpAsTheyAre() {
            Document document = draw("login-password-account");
            Element name = document.getElementById("account-name");
            assertThat(name.text()).isEqualTo("MiCloud account: Contoso <Ltd>, 200100");
            assertThat(name.select("img").attr("src")).isEqualTo("https://logos.example/contoso.png?a=1&b=2");
            // The name says it already; and nobody there is to learn which page shows it.
            assertThat(name.select("img").attr("alt")).isEmpty();
            assertThat(name.select("img").attr("referrerpolicy")).isEqualTo("no-referrer");
            assertThat(document.getElementById("account-help").text()).isEqualTo("Ask <b>Carol</b>, extension 1234.");
        }

        @Test
        void saysNothingOfAnAccountThatIsNotHandedOver() {
            Document document = draw("login-password-form");
            assertThat(document.select("#account-name, #account-help, #support"))
                    .isEmpty();
        }

        @Test
        void linksToTheSupportThatTheThemeNames() {
            Document document = drawWith(Map.of(
                    "micloudSupportText",
                    "Contoso <Help>",
                    "micloudSupportUrl",
                    "https://help.contoso.example/?a=1&b=2"));
            assertThat(document.select("footer a#support").attr("href"))
                    .isEqualTo("https://help.contoso.example/?a=1&b=2");
            assertThat(document.getElementById("support").text()).isEqualTo("Contoso <Help>");
        }

        @Test
        void linksToNothingThatIsNoAddress() {
            Document document =
                    drawWith(Map.of("micloudSupportText", "Help", "micloudSupportUrl", "javascript:alert(1)"));
            assertThat(document.getElementById("support").tagName()).isEqualTo("p");
            assertThat(document.html()).doesNotContain("javascript:");
        }

        @SuppressWarnings("unchecked")
        @Test
        void takesTheSupportFromTheRealmThenTheEnvironmentThenTheTheme() {
            Map<String, String> theme = Map.of("micloudSupportText", "of the theme");
            Map<String, String> environment =
                    Map.of("micloudSupportText", "of the theme", "env.micloudSupportText", "of the environment");
            Page page = Page.of("login-username");
            assertThat(drawWith(page, theme).getElementById("support").text()).isEqualTo("of the theme");
            assertThat(drawWith(page, environment).getElementById("support").text())
                    .isEqualTo("of the environment");
            Map<String, Object> realm =
                    new HashMap<>((Map<String, Object>) page.model().get("realm"));
            realm.put("attributes", Map.of("micloud.supportText", "of the realm"));
            assertThat(drawWith(page.with("realm", realm), environment)
                            .getElementById("support")
                            .text())
                    .isEqualTo("of the realm");
            realm.put("attributes", Map.of("micloud.supportText", " "));
            assertThat(drawWith(page.with("realm", realm), environment)
                            .getElementById("support")
                            .text())
                    .isEqualTo("of the environment");
        }

        @Test
        void addsTheBrandOfTheRealm() {
            for (Page page : List.of(Page.of("login-username"), Page.bareError(404, "pageNotFound"))) {
                Document document = drawWith(page.with("micloudBrand", BRAND), Map.of());
                assertThat(document.select("link[rel=stylesheet]").last().attr("href"))
                        .isEqualTo("/realms/acme/micloud-brand/a.css");
                assertThat(document.select("link[rel=icon]").eachAttr("href"))
                        .singleElement()
                        .asString()
                        .startsWith("data:image/svg+xml,")
                        .contains("fill='%23ffd400'", "stroke='%230a0f14'")
                        .doesNotContain("#");
                assertThat(document.select(".mark")).isEmpty();
                Element logo = document.selectFirst(".brand img");
                assertThat(logo.attr("src")).isEqualTo("https://logos.example/a.png?a=1&b=2");
                assertThat(logo.attr("alt")).isEmpty();
                assertThat(logo.attr("referrerpolicy")).isEqualTo("no-referrer");
                assertThat(logo.attr("width") + "x" + logo.attr("height")).isEqualTo("120x40");
                assertThat(document.select(".brand source").attr("srcset")).isEqualTo("https://logos.example/d.png");
                assertThat(document.select("footer #links li a").eachText())
                        .containsExactly("Privacy policy", "Terms <b>");
            }
        }

        @Test
        void hasNoDarkLogoWhereThereAreNoDarkPages() {
            Page page = Page.of("login-username").with("micloudBrand", BRAND).with("darkMode", false);
            assertThat(drawWith(page, Map.of()).select("source")).isEmpty();
        }

        @Test
        void leavesTheIconToAThemeThatHasItsOwn() {
            Page page = Page.of("login-username").with("micloudBrand", BRAND);
            assertThat(drawWith(page, Map.of("favIcon", "img/acme.1.svg"))
                            .select("link[rel=icon]")
                            .attr("href"))
                    .endsWith("img/acme.1.svg");
        }

        @Test
        void addsNothingToARealmWithoutABrand() {
            Document document = draw("login-username");
            assertThat(document.select("link[rel=stylesheet]")).hasSize(1);
            assertThat(document.select("link[rel=icon]").attr("href")).endsWith(".svg");
            assertThat(document.select("picture, #links")).isEmpty();
            assertThat(document.select(".mark")).hasSize(1);
        }

        private static final Map<String, Object> BRAND = Map.of(
                "sheet",
                "/realms/acme/micloud-brand/a.css",
                "light",
                Map.of("brand", "#ffd400", "onBrand", "#0a0f14"),
                "logo",
                Map.of(
                        "light",
                        "https://logos.example/a.png?a=1&b=2",
                        "dark",
                        "https://logos.example/d.png",
                        "width",
                        120,
                        "height",
                        40),
                "links",
                List.of(
                        Map.of("label", "${micloudLinkPrivacy}", "address", "https://acme.example/privacy"),
                        Map.of("label", "Terms <b>", "address", "https://acme.example/terms")));

        private Document drawWith(Map<String, String> properties) {
            return drawWith(Page.of("login-username"), properties);
        }

        private Document drawWith(Page page, Map<String, String> properties) {
            return Jsoup.parse(new Renderer(new ThemeChain("login"), properties)
                    .render(page.template(), page.language(), page.model()));
        }
    }

    @Nested
    class Accounts {

        @Test
        void offersTheListFirstWhenItIsShort() {
            Document document = draw("accounts-three");
            assertThat(document.select("#account option").eachAttr("value"))
                    .containsExactly("", "100100", "100200", "200300");
            assertThat(document.select("#account option").eachText())
                    .contains(isolated("Birch & Lane Law") + " - 100200 - " + isolated("BIRCH"));
            assertThat(document.select("[autofocus]").attr("id")).isEqualTo("account");
            assertThat(order(document)).containsExactly("account", "accountIdentifier", "kc-login");
        }

        @Test
        void putsTypingFirstWhenTheListIsLong() {
            Document document = draw("accounts-fifty");
            assertThat(document.select("#account option")).hasSize(51);
            assertThat(document.select("[autofocus]").attr("id")).isEqualTo("accountIdentifier");
            assertThat(order(document)).containsExactly("accountIdentifier", "account", "kc-login");
        }

        @Test
        void listsNothingWhenNothingMayBeListed() {
            Document document = draw("accounts-typed");
            assertThat(document.select("#account, button[name=account]")).isEmpty();
            assertThat(document.select("[autofocus]").attr("id")).isEqualTo("accountIdentifier");
        }

        @Test
        void putsTheErrorAtTheOnlyFieldThereIs() {
            Document document = draw("accounts-typed-missing");
            assertThat(document.select("[aria-invalid=true]").attr("id")).isEqualTo("accountIdentifier");
        }

        @Test
        void keepsWhatWasEnteredAfterAnError() {
            Document document = draw("accounts-conflict");
            assertThat(document.select("#account option[selected]").val()).isEqualTo("100200");
            assertThat(document.getElementById("accountIdentifier").val()).isEqualTo("100100");
            assertThat(document.select("[autofocus]").attr("id")).isEqualTo("accountIdentifier");
        }

        @Test
        void marksTheListWhenNothingWasChosen() {
            assertThat(draw("accounts-missing").select("[aria-invalid=true]").attr("id"))
                    .isEqualTo("account");
        }

        @Test
        void explainsTheSearchWhenThereAreTooManyToList() {
            Document document = draw("accounts-thousand");
            assertThat(document.getElementById("accountIdentifier-hint").text()).contains("name");
        }

        @Test
        void offersTheHitsOfASearch() {
            Document document = draw("accounts-found");
            assertThat(document.select("#account option")).hasSize(8);
            assertThat(document.select("label[for=account]").text()).isEqualTo("Matching accounts");
            assertThat(document.select(".lead").text()).startsWith("These accounts match.");
        }

        @Test
        void putsAccountsUsedBeforeOnTopAndListsNoneTwice() {
            Document document = draw("accounts-recent");
            assertThat(document.select("#account optgroup").eachAttr("label"))
                    .containsExactly("Recently used", "All accounts");
            assertThat(document.select("#account option").eachAttr("value"))
                    .containsExactly("", "100200", "100100", "200300");
        }

        @Test
        void offersAccountsUsedBeforeAsButtonsWhereNothingIsListed() {
            assertThat(draw("accounts-typed-recent")
                            .select("button[name=account]")
                            .eachAttr("value"))
                    .containsExactly("100100", "100200");
        }

        @Test
        void leadsBackToTheUsername() {
            assertThat(draw("accounts-three").getElementById("not-you").attr("href"))
                    .contains("/restart");
        }

        private List<String> order(Document document) {
            return document.select("#kc-form-login select, #kc-form-login input, #kc-form-login button")
                    .eachAttr("id");
        }

        private String isolated(String text) {
            return "\u2068" + text + "\u2069";
        }
    }

    @Nested
    class Password {

        @Test
        void namesTheUserToThePasswordManagerBeforeThePassword() {
            Document document = draw("login-password");
            Element first = document.select("#kc-form-login input").first();
            assertThat(first.attr("autocomplete")).isEqualTo("username");
            assertThat(first.val()).isEqualTo(GoldenPages.USERNAME);
            assertThat(first.hasAttr("name")).isFalse();
            Element password = document.getElementById("password");
            assertThat(password.attr("autocomplete")).isEqualTo("current-password");
            assertThat(password.hasAttr("autofocus")).isTrue();
        }

        @Test
        void keepsTheUsernameAndMarksTheFieldWhenThePasswordIsWrong() {
            Document document = draw("login-password-wrong");
            assertThat(document.getElementById("error").text())
                    .isEqualTo("The password is incorrect. Try again or reset it.");
            assertThat(document.getElementById("password").attr("aria-invalid")).isEqualTo("true");
            assertThat(document.getElementById("kc-attempted-username").text()).isEqualTo(GoldenPages.USERNAME);
        }

        @Test
        void offersForgotPasswordOnlyWhereTheApplicationDoes() {
            assertThat(draw("login-password").select("#forgot-password")).hasSize(1);
            assertThat(draw("login-password-several").select("#forgot-password"))
                    .isEmpty();
            assertThat(draw("login-password-stock").select("#forgot-password")).hasSize(1);
        }

        @Test
        void offersSingleSignOnInAFormOfItsOwn() {
            Document document = draw("login-password-sso");
            Element button = document.getElementById("sso");
            assertThat(button.attr("name")).isEqualTo("provider");
            assertThat(button.val()).isEqualTo("northwind-okta");
            assertThat(button.parents().select("form").first().id()).isNotEqualTo("kc-form-login");
            assertThat(draw("login-password-several")
                            .select("button[name=provider]")
                            .eachAttr("id"))
                    .containsExactly("sso-contoso-azure", "sso-contoso-okta");
        }
    }

    @Nested
    class SingleSignOn {

        @Test
        void putsTheProviderFirstAndThePasswordSecond() {
            Document document = draw("sso-preferred");
            assertThat(document.select("main button").eachAttr("id")).containsExactly("sso", "enter-password");
            Element password = document.getElementById("enter-password");
            assertThat(password.attr("name") + "=" + password.val()).isEqualTo("method=password");
        }

        @Test
        void letsChooseAmongProvidersWithoutAPassword() {
            assertThat(draw("sso-choose").select("main button").eachAttr("id"))
                    .containsExactly("sso-contoso-azure", "sso-contoso-okta");
        }

        @Test
        void offersAnotherTryAfterTrouble() {
            Document document = draw("sso-trouble");
            assertThat(document.getElementById("error").text()).startsWith("Contoso Azure AD did not sign you in.");
            Element again = document.getElementById("try-again");
            assertThat(again.attr("name") + "=" + again.val()).isEqualTo("provider=contoso-azure");
            assertThat(document.select("#enter-password")).hasSize(1);
        }

        @Test
        void startsAgainAfterTroubleWithOneOfSeveral() {
            Document document = draw("sso-trouble-several");
            assertThat(document.select("a#try-again").attr("href")).contains("/restart");
            assertThat(document.select("button[name=provider]")).hasSize(2);
            assertThat(document.select("#enter-password")).isEmpty();
        }
    }

    @Nested
    class WaysOn {

        @Test
        void refusalSaysWhyAndLeadsBack() {
            Document document = draw("micloud-refused");
            assertThat(document.title()).isEqualTo("Error: You could not be signed in - MiCloud");
            assertThat(document.getElementById("error").text()).contains("MiCloud username");
            assertThat(document.getElementById("try-again").attr("href")).contains("/restart");
            assertThat(document.getElementById("backToApplication").text()).isEqualTo("Back to Account Portal");
        }

        @Test
        void errorOutsideAnySignInIsDrawnFromTheSmallModel() {
            Document document = draw("error-404");
            assertThat(document.select("h1").text()).isEqualTo("Page not found");
            assertThat(document.getElementById("error").text()).startsWith("There is no page");
        }

        @Test
        void errorWithinASignInStartsItAgain() {
            Document document = draw("error");
            assertThat(document.getElementById("try-again").attr("href")).contains("/restart");
            assertThat(document.getElementById("backToApplication").attr("href"))
                    .isEqualTo("https://portal.example/");
            assertThat(document.getElementById("traceId").text()).contains("4bf92f3577b34da6a3ce929d0e0e4736");
        }

        @Test
        void errorWithOnlyAnApplicationLeadsThere() {
            assertThat(draw("error-detached").getElementById("try-again").attr("href"))
                    .isEqualTo("https://portal.example/");
        }

        @Test
        void errorOfNoApplicationLeadsToTheUsersOwnAccountPage() {
            for (String page : new String[] {"error-alone", "error-404"}) {
                assertThat(draw(page).select("a#try-again").attr("href")).isEqualTo("/realms/micloud/account/");
            }
        }

        @Test
        void errorThatKeycloakWantsWithoutLinksHasNone() {
            assertThat(draw("error-skip").select("main a")).isEmpty();
        }

        @Test
        void successIsAStatusAndWhatIsPendingIsNot() {
            assertThat(draw("info-signed-out").select("#done[role=status]")).hasSize(1);
            assertThat(draw("info-signed-out").select("h1").text()).isEqualTo("You are signed out");
            assertThat(draw("info-pending").select("#done")).isEmpty();
            assertThat(draw("info-pending").select("#proceed")).hasSize(1);
        }

        @Test
        void expiredPageLeadsOnAndBack() {
            Document document = draw("login-page-expired");
            assertThat(document.getElementById("loginContinueLink").attr("href"))
                    .contains("/authenticate");
            assertThat(document.getElementById("loginRestartLink").attr("href")).contains("/restart");
        }

        @Test
        void logOutAsksFirst() {
            Document document = draw("logout-confirm");
            assertThat(document.getElementById("kc-logout")
                            .parent()
                            .select("[name=session_code]")
                            .val())
                    .isEqualTo("abc");
            assertThat(draw("logout-confirm-skip").select("#backToApplication")).isEmpty();
        }
    }

    @Test
    void passesSamlMessagesOnWithAButtonForBrowsersWithoutScripts() {
        Document document = draw("saml-post-form");
        Element form = document.select("form[data-go]").first();
        assertThat(form.attr("action")).isEqualTo("https://sp.example/acs");
        assertThat(form.select("[name=SAMLResponse]").val()).isEqualTo("PHNhbWw+");
        assertThat(form.select("button#continue")).hasSize(1);
    }

    @Test
    void tellsApplicationsOfTheLogOutBeforeGoingOn() {
        Document document = draw("frontchannel-logout");
        assertThat(document.select("iframe").attr("src")).isEqualTo("about:blank");
        assertThat(document.select("a#continue[data-go]").attr("href")).isEqualTo("https://portal.example/");
    }

    @Test
    void watchesOtherTabsOnlyWhileSomeoneSignsIn() {
        assertThat(draw("login-username").getElementById("micloud-script").attr("data-sso"))
                .contains("/restart");
        assertThat(draw("login-username").getElementById("micloud-script").hasAttr("data-ash"))
                .isTrue();
        assertThat(draw("accounts-three").getElementById("micloud-script").hasAttr("data-ash"))
                .isFalse();
        assertThat(draw("error").getElementById("micloud-script").hasAttr("data-sso"))
                .isFalse();
    }

    @Test
    void leavesTheFieldThatKeycloaksPasskeyScriptWritesTo() {
        Page page = GoldenPages.passkeys(Page.of("login-username")).message("error", "loginTimeout");
        Document document = draw(page);
        assertThat(document.getElementById("error").normalName()).isEqualTo("input");
        assertThat(document.getElementById("page-error").text()).isNotBlank();
        assertThat(document.select("script[type=importmap]")).hasSize(1);
    }

    @Test
    void isLightOnlyWhereTheRealmSaysSo() {
        assertThat(draw("login-username").select("html").hasAttr("data-dark")).isTrue();
        Document light = draw(Page.of("login-username").with("darkMode", false));
        assertThat(light.select("html").hasAttr("data-dark")).isFalse();
        assertThat(light.select("meta[name=color-scheme]")).isEmpty();
    }

    @Test
    void hasNoChooserForASingleLanguage() {
        Map<String, Object> realm = new HashMap<>();
        realm.put("name", "micloud");
        realm.put("displayName", "MiCloud");
        realm.put("internationalizationEnabled", false);
        realm.put("password", true);
        realm.put("registrationAllowed", false);
        realm.put("rememberMe", false);
        Document document = draw(Page.of("login-username").with("realm", realm).without("locale"));
        assertThat(document.select("#kc-locale")).isEmpty();
        assertThat(document.select("html").attr("lang")).isEqualTo("en");
    }

    @Test
    void hasNoChooserWhereKeycloakAloneWouldNotFollowIt() {
        for (String page : new String[] {"error-404", "login-oauth2-device-verify-user-code"}) {
            assertThat(draw(page).select("#kc-locale")).as(page).isNotEmpty();
            assertThat(draw(GoldenPages.named(page).without("micloudLanguageFollows"))
                            .select("#kc-locale"))
                    .as(page)
                    .isEmpty();
        }
        assertThat(draw(Page.of("login").without("micloudLanguageFollows")).select("#kc-locale"))
                .isNotEmpty();
    }

    @Test
    void offersToRememberWhereTheStepDoes() {
        Map<String, Object> offering = Map.of("username", "ann@acme.example", "rememberMe", false);
        Element box = draw(Page.of("login-username").micloud(offering)).getElementById("rememberMe");
        assertThat(box.hasAttr("checked")).isFalse();
        assertThat(draw("login-username-remember").getElementById("rememberMe").hasAttr("checked"))
                .isTrue();
        Map<String, Object> realm = new HashMap<>(Map.of("name", "micloud", "rememberMe", true));
        realm.putAll(Map.of("internationalizationEnabled", false, "password", true, "registrationAllowed", false));
        assertThat(draw(Page.of("login-username").with("realm", realm).micloud(Map.of()))
                        .getElementById("rememberMe"))
                .isNull();
    }

    @Nested
    class NewPassword {

        @Test
        void statesTheRulesBeforeTheFieldAndTiesThemToIt() {
            Document document = draw("update-password-rules");
            Element field = document.getElementById("password-new");
            assertThat(document.select("#pw-rules li").eachText())
                    .containsExactly(
                            "8 to 16 characters",
                            "At least one of @ ! # $ % & _ - = +",
                            "Different from the current password",
                            "Not easy to guess");
            assertThat(field.attr("aria-describedby")).isEqualTo("pw-rules");
            assertThat(document.select("#pw-rules, #password-new").eachAttr("id"))
                    .containsExactly("pw-rules", "password-new");
            assertThat(document.getElementById("password-confirm").attr("aria-describedby"))
                    .isEmpty();
        }

        @Test
        void saysOfEachRuleInWordsWhetherItIsMet() {
            Document document = draw("update-password-broken");
            assertThat(document.select("#pw-rules li").eachText())
                    .containsExactly(
                            "\u2713 Met: 8 to 16 characters",
                            "\u2717 Not met: At least one of @ ! # $ % & _ - = +",
                            "Different from the current password",
                            "Not easy to guess");
            assertThat(document.select("#pw-rules .err").eachAttr("data-rule")).containsExactly("special");
            assertThat(document.getElementById("password-new").attr("aria-describedby"))
                    .isEqualTo("input-error-password-new pw-rules");
        }

        @Test
        void namesTheBrokenRulesAboveAndMarksThemBesideTheField() {
            Document document = draw("update-password-broken");
            assertThat(document.getElementById("error").text()).contains("at least one special character");
            assertThat(document.getElementById("input-error-password-new").text())
                    .isEqualTo("Error: This password does not follow the rules.");
        }

        @Test
        void saysHowStrongThePasswordWasThatWasTried() {
            assertThat(draw("update-password-broken")
                            .getElementById("pw-strength")
                            .text())
                    .isEqualTo("Strength of the password you tried: Weak");
            assertThat(draw("update-password-broken").select("meter").attr("value"))
                    .isEqualTo("1");
            assertThat(draw("update-password-rules")
                            .getElementById("pw-strength")
                            .hasAttr("hidden"))
                    .isTrue();
        }

        @Test
        void loadsItsScriptOnlyWhereThereAreRules() {
            assertThat(draw("update-password-rules").select("script[src]").eachAttr("src"))
                    .contains("resources/js/password.js");
            assertThat(draw("update-password-aia").select("script[src]").eachAttr("src"))
                    .doesNotContain("resources/js/password.js");
        }

        @Test
        void needsNoRulesToBeDrawn() {
            Document document = draw("update-password-aia");
            assertThat(document.select("#pw-rules")).isEmpty();
            assertThat(document.getElementById("password-new").hasAttr("aria-describedby"))
                    .isFalse();
        }
    }

    private static Document draw(String name) {
        return draw(GoldenPages.named(name));
    }

    private static Document draw(Page page) {
        return Jsoup.parse(RENDERER.render(page.template(), page.language(), page.model()));
    }
}
