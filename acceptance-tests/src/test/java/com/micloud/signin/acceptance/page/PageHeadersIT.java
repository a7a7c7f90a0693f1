package com.micloud.signin.acceptance.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.application.SamlApplication;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainBrowser;
import com.micloud.signin.acceptance.harness.plain.PlainPage;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.saml.SamlXml;
import java.net.URI;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@AcceptanceTest
@DisplayName("What goes with a page")
final class PageHeadersIT {
    /** Pages that are drawn in answer to different requests. */
    enum Shown {
        OF_AN_OIDC_REQUEST(
                portal -> new PlainBrowser().open(oidc(portal).begin().url())),
        OF_A_SAML_REQUEST(portal -> new PlainBrowser().open(saml(portal).begin().url())),
        OF_A_SAML_REQUEST_BY_POST(portal -> {
            var sent = Parameters.of(saml(portal).begin().url());
            sent.put("SAMLRequest", SamlXml.encode(SamlXml.inflate(sent.get("SAMLRequest"))));
            return new PlainBrowser().post(portal.realm("protocol/saml"), sent);
        }),
        OF_A_BROKEN_SAML_REQUEST(portal -> new PlainBrowser().open(portal.realm("protocol/saml?SAMLRequest=broken"))),
        OF_AN_UNKNOWN_APPLICATION(
                portal -> new PlainBrowser().open(URI.create(portal.oidc("auth") + "?client_id=" + Names.word()))),
        OF_A_LOGOUT(portal -> new PlainBrowser()
                .open(URI.create(
                        portal.oidc("logout") + "?client_id=" + oidc(portal).clientId())));

        @SuppressWarnings("ImmutableEnumChecker") // A lambda that holds nothing.
        private final Function<Portal, PlainPage> opening;

        Shown(Function<Portal, PlainPage> opening) {
            this.opening = opening;
        }

        private static OidcApplication oidc(Portal portal) {
            return OidcApplication.made(portal);
        }

        private static SamlApplication saml(Portal portal) {
            return SamlApplication.of(portal, "support-site");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("The page cannot be framed, sniffed or cached, and tells nobody where it was")
    void headers(Shown shown, Portal portal) {
        var page = shown.opening.apply(portal);
        assertThat(page.document().select("h1")).isNotEmpty();
        assertThat(page.header("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors 'self'"));
        assertThat(page.header("X-Frame-Options")).hasValue("SAMEORIGIN");
        assertThat(page.header("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.header("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.header("Cache-Control"))
                .hasValueSatisfying(rule -> assertThat(rule).contains("no-store"));
    }

    @Test
    @DisplayName("A language that the realm offers is kept for the next visit and in the profile")
    void offeredLanguage(Portal portal) {
        var user = Member.of(portal).in("password").make();
        var tab = signInWith("fr-CA", user.username(), user.password(), portal);
        assertThat(tab.browser().cookie("KEYCLOAK_LOCALE")).hasValue("fr-CA");
        assertThat(localeOf(user.id(), portal)).isEqualTo("fr-CA");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("Whatever else an address says about the language is kept nowhere")
    void otherLanguage(Spelling spelling, Portal portal) {
        var user = Member.of(portal).in("password").make();
        var tab = signInWith(spelling.text, user.username(), user.password(), portal);
        assertThat(tab.browser().cookie("KEYCLOAK_LOCALE")).isEmpty();
        assertThat(localeOf(user.id(), portal)).isEmpty();
    }

    /** What an address may say about the language. */
    enum Spelling {
        A_LANGUAGE_NOT_OFFERED("tlh"),
        A_LANGUAGE_IN_ANOTHER_SPELLING("FR_ca"),
        MARKUP("<b>fr</b>"),
        A_LINE_END("fr\r\nX-Forged: yes"),
        A_FOLDED_LINE("fr\n\tforged"),
        MUCH("f".repeat(4096));

        private final String text;

        Spelling(String text) {
            this.text = text;
        }
    }

    /** Chooses a language on the first page, as its own links do, and signs in. */
    private static PlainTab signInWith(String language, String username, String password, Portal portal) {
        var application = OidcApplication.made(portal);
        var tab = PlainTab.fresh();
        tab.open(application.begin().url());
        var link = tab.page().inLanguage("fr").toString();
        tab.open(URI.create(link.replaceFirst("kc_locale=[^&]*", "kc_locale=" + Parameters.encode(language))));
        tab.username(username).password(password).arrival();
        return tab;
    }

    private static String localeOf(String userId, Portal portal) {
        return portal.admin()
                .get("/users/" + userId)
                .path("attributes")
                .path("locale")
                .path(0)
                .asText("");
    }
}
