package com.micloud.signin.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The pages around a change of what belongs to the person (spec: "The person's own record"). */
final class RecordPagesTest {

    private static final Renderer RENDERER = new Renderer(new ThemeChain("login"));

    @Nested
    class MailLink {

        @Test
        void signsOutByAFormAndStaysByALink() {
            Document document = draw("micloud-mail-link");
            Element form = document.select("main form").first();
            assertThat(form.attr("method")).isEqualTo("post");
            assertThat(form.attr("action")).isEqualTo("/realms/micloud/micloud-mail-link");
            assertThat(form.select("[type=hidden][name=link]").val()).isEqualTo("0paque-question");
            assertThat(document.getElementById("sign-out-and-go-on").text()).isEqualTo("Sign out and go on");
            assertThat(document.getElementById("stay").attr("href"))
                    .isEqualTo("/realms/micloud/micloud-mail-link/stay");
        }

        @Test
        void namesWhoIsSignedInAndNobodyElse() {
            Document document = draw(GoldenPages.named("micloud-mail-link").user("carol@partner.example"));
            assertThat(document.getElementById("signed-in").text()).isEqualTo(GoldenPages.USERNAME);
            assertThat(document.outerHtml()).doesNotContain("carol@partner.example");
            assertThat(document.select("#error, #not-you")).isEmpty();
            assertThat(document.getElementById("micloud-script").hasAttr("data-sso"))
                    .isFalse();
        }
    }

    @Nested
    class Confirming {

        @Test
        void sendsTheTokenOnlyWhenTheButtonIsPressed() {
            Document document = draw("micloud-confirm");
            Element form = document.select("main form").first();
            assertThat(document.select("main form")).hasSize(1);
            assertThat(form.attr("method")).isEqualTo("post");
            assertThat(form.attr("action")).isEqualTo("/realms/micloud/micloud-confirm?a=1&b=2");
            assertThat(form.select("[type=hidden][name=token]").val()).isEqualTo("0paque-token");
            assertThat(form.select("button#confirm").attr("name")).isEqualTo("confirm");
            assertThat(document.select("main a")).isEmpty();
        }

        @Test
        void namesTheNewAddressAndNobodyElse() {
            // Even where somebody else has a sign-in open in this browser.
            Page page = GoldenPages.named("micloud-confirm")
                    .with("client", Page.of("info").model().get("client"))
                    .user("carol@partner.example");
            Document document = draw(page);
            assertThat(document.getElementById("address").text()).isEqualTo(GoldenPages.USERNAME);
            assertThat(document.outerHtml()).doesNotContain("carol@partner.example", "Account Portal");
            assertThat(document.select("#kc-username, #not-you")).isEmpty();
        }

        @Test
        void saysWhatTheAddressIsToBecome() {
            assertThat(draw("confirm-username").select(".lead").text()).endsWith("your MiCloud username.");
            assertThat(draw("confirm-email").select(".lead").text()).endsWith("your MiCloud email address.");
            assertThat(draw("micloud-confirm").select(".lead").text())
                    .endsWith("your MiCloud username and email address.");
            assertThat(draw("micloud-confirm").select("main").text())
                    .contains("If you did not ask for this, close this page: nothing changes.");
        }

        @Test
        void isNotLeftWhenAnotherTabSignsIn() {
            assertThat(draw("micloud-confirm").getElementById("micloud-script").hasAttr("data-sso"))
                    .isFalse();
        }

        @Test
        void endsInAStatusThatNamesTheAddress() {
            for (String page : List.of("info-confirmed-username", "info-confirmed-both")) {
                Document document = draw(page);
                assertThat(document.select("h1").text()).isEqualTo("The address is confirmed");
                assertThat(document.select("#done[role=status]").text()).startsWith(GoldenPages.USERNAME + " is");
            }
            assertThat(draw("info-confirmed-email").getElementById("done").text())
                    .isEqualTo(GoldenPages.LONG_USERNAME + " is your MiCloud email address from now on.");
        }

        @Test
        void endsInTheSameWordsWhoeverHasTheAddress() {
            assertThat(draw("error-confirm-taken").getElementById("error").text())
                    .startsWith("This address cannot be used. Nothing was changed.");
            assertThat(draw("error-confirm-over").getElementById("error").text())
                    .startsWith("This link is no longer valid.");
        }
    }

    @Nested
    class Sent {

        @Test
        void listsEveryAddressThatGotALink() {
            Document document = draw("confirm-sent-two");
            assertThat(document.select("#done[role=status] bdi").eachText())
                    .containsExactly(GoldenPages.USERNAME, GoldenPages.LONG_USERNAME);
            assertThat(document.getElementById("done").text())
                    .contains("your old username and email address stay")
                    .contains("We told your old address");
        }

        @Test
        void saysWhatStaysUntilThen() {
            assertThat(draw("micloud-confirm-sent").getElementById("done").text())
                    .contains("your old username stays");
            assertThat(draw("confirm-sent-email").getElementById("done").text())
                    .contains("your old email address stays");
        }

        @Test
        void goesOn() {
            Element button = draw("micloud-confirm-sent").getElementById("continue");
            assertThat(button.attr("name") + "=" + button.val()).isEqualTo("continue=true");
            assertThat(button.parent().attr("action")).contains("session_code=");
        }
    }

    @Nested
    class OwnProof {

        @Test
        void asksForThePasswordOfTheUserWhoIsNamed() {
            Document document = draw("micloud-own-proof");
            Element first = document.select("#kc-form-login input").first();
            assertThat(first.attr("autocomplete")).isEqualTo("username");
            assertThat(first.val()).isEqualTo(GoldenPages.USERNAME);
            assertThat(document.getElementById("password").attr("autocomplete")).isEqualTo("current-password");
            assertThat(document.select(".pw .eye")).hasSize(1);
            assertThat(document.getElementById("kc-attempted-username").text()).isEqualTo(GoldenPages.USERNAME);
            assertThat(document.select(".lead").text()).contains("through your organization is not enough");
        }

        @Test
        void marksTheFieldWhenThePasswordIsWrong() {
            Document document = draw("own-proof-wrong");
            assertThat(document.getElementById("password").attr("aria-invalid")).isEqualTo("true");
            assertThat(document.getElementById("error").text()).startsWith("The password is incorrect.");
        }

        @Test
        void canBeLeftWhereAnApplicationAskedForIt() {
            Element cancel = draw("own-proof-aia").getElementById("kc-cancel");
            assertThat(cancel.attr("name") + "=" + cancel.val()).isEqualTo("cancel-aia=true");
            assertThat(draw("micloud-own-proof").select("#kc-cancel")).isEmpty();
        }

        @Test
        void offersForgotPasswordWhereThereIsAnAddressForIt() {
            assertThat(draw("micloud-own-proof").select("#forgot-password").attr("href"))
                    .isEqualTo("/forgotpassword");
            assertThat(draw("own-proof-aia").select("#forgot-password")).isEmpty();
        }
    }

    @Nested
    class Elsewhere {

        @Test
        void saysWhoKeepsTheRecordAndIsNoError() {
            Document document = draw("record-elsewhere-application");
            assertThat(document.title()).isEqualTo("Your organization keeps your personal data - MiCloud");
            assertThat(document.getElementById("record-elsewhere").text())
                    .contains("Your username has none")
                    .endsWith("Your organization signs you in with Contoso <Azure AD>, Northwind Okta.");
            assertThat(document.select("main").text()).contains("Authorized Contact");
            assertThat(document.select("#error, [role=alert]")).isEmpty();
        }

        @Test
        void namesNoServiceWhereItKnowsNone() {
            assertThat(draw("micloud-record-elsewhere")
                            .getElementById("record-elsewhere")
                            .text())
                    .endsWith("because your organization signs you in.");
        }

        @Test
        void leadsToTheStartAndBackToTheApplication() {
            Document document = draw("record-elsewhere-application");
            assertThat(document.getElementById("try-again").attr("href")).contains("/restart");
            assertThat(document.getElementById("backToApplication").attr("href"))
                    .isEqualTo("https://portal.example/?a=1&b=2");
            assertThat(document.getElementById("backToApplication").text()).isEqualTo("Back to Portal <1>");
            assertThat(draw("micloud-record-elsewhere").select("#backToApplication, #kc-cancel"))
                    .isEmpty();
        }

        @Test
        void givesTheApplicationAnAnswerWhereItAsked() {
            Document document = draw("record-elsewhere-aia");
            Element cancel = document.getElementById("kc-cancel");
            assertThat(cancel.attr("name") + "=" + cancel.val()).isEqualTo("cancel-aia=true");
            assertThat(document.select("#backToApplication, #kc-username")).isEmpty();
        }
    }

    private static Document draw(String name) {
        return draw(GoldenPages.named(name));
    }

    private static Document draw(Page page) {
        return Jsoup.parse(RENDERER.render(page.template(), page.language(), page.model()));
    }
}
