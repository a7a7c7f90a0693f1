package com.micloud.signin.demopage;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.demopage.Pages.Card;
import com.micloud.signin.demopage.Pages.PasswordPages;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PagesTest {

    private static final String HOSTILE = "\"><script>alert('x')</script>{}";
    private static final Application OIDC =
            new Application("easypop", "EasyPop", "", Kind.DESKTOP, false, true, List.of("No Forgot Password"));
    private static final Application SAML =
            new Application("support-site", "Support Site", "Help", Kind.WEB, true, false, List.of());

    private final Pages pages = pages(false);

    @Test
    void theApplicationsAreGroupedByKindAndSubmitTheirClient() {
        String page = pages.home(List.of(OIDC, SAML), List.of(), TryThese.users(), false)
                .toString();

        assertThat(page.indexOf("Web applications")).isLessThan(page.indexOf("Desktop applications"));
        assertThat(page)
                .contains("name=\"client_id\" value=\"easypop\"", "name=\"client_id\" value=\"support-site\"")
                .contains("SAML 2.0", "OpenID Connect", "No Forgot Password", "Stays signed in for long")
                .doesNotContain("Mobile applications", "Signed in</h2>", "id=\"done\"");
    }

    @Test
    void aSignOutIsConfirmed() {
        assertThat(pages.home(List.of(OIDC), List.of(), List.of(), true).toString())
                .contains("id=\"done\"", "role=\"status\"");
    }

    @Test
    void aCardSaysWhoForWhichAccountAndHow() {
        String page = pages.home(List.of(OIDC), List.of(card("{}", true)), List.of(), false)
                .toString();
        String told = pages.home(
                        List.of(OIDC),
                        List.of(card(
                                "{\"name\":\"Ann\",\"preferred_username\":\"ann@acme.example\",\"micloud_account\":"
                                        + "{\"id\":\"1\",\"number\":\"100200\",\"name\":\"Birch & Lane Law\","
                                        + "\"partner_label\":\"BIRCH\"}}",
                                true)),
                        List.of(),
                        false)
                .toString();

        assertThat(page).contains("none was named");
        assertThat(told)
                .contains("Ann (ann@acme.example)")
                .contains("Birch &amp; Lane Law \u00b7 100200 \u00b7 BIRCH")
                .contains("with the MiCloud password")
                .contains(">Refresh<", ">Another account<", ">Change password<", ">Sign out<");
    }

    @Test
    void aSessionThatThePortalHasEndedOffersOnlyANewSignIn() {
        assertThat(pages.home(List.of(OIDC), List.of(card("{}", false)), List.of(), false)
                        .toString())
                .contains("has ended this session", ">Sign in again<", ">Remove from this page<")
                .doesNotContain(">Refresh<", ">Sign out<");
    }

    @Test
    void thePortalsOwnPasswordPagesAreUsedWhereThereAreAny() {
        String page = pages(true)
                .home(List.of(OIDC), List.of(card("{}", true)), List.of(), false)
                .toString();

        assertThat(page)
                .contains("href=\"http://localhost/realms/micloud/changepassword\"")
                .contains("href=\"http://localhost/realms/micloud/forgotpassword\"")
                .doesNotContain("UPDATE_PASSWORD");
    }

    @Test
    void nothingThatComesInIsMarkup() {
        Application named = new Application(HOSTILE, HOSTILE, HOSTILE, Kind.WEB, false, false, List.of(HOSTILE));
        SignedIn oidc = new SignedIn.Oidc(
                HOSTILE,
                0,
                ClaimsTest.token("{\"name\":\"<script>\",\"preferred_username\":\"<script>\"}"),
                "",
                "refresh",
                "",
                HOSTILE,
                new SignedIn.Refresh(1, "", List.of(HOSTILE)));
        SignedIn refused =
                new SignedIn.Oidc(HOSTILE, 0, "", "", "", "", "", new SignedIn.Refresh(1, HOSTILE, List.of()));
        SignedIn saml = new SignedIn.Saml(HOSTILE, 0, HOSTILE, HOSTILE, HOSTILE, Map.of(HOSTILE, List.of(HOSTILE)));
        Standing standing = new Standing(true, HOSTILE);

        assertThat(List.of(
                        pages.home(
                                List.of(named),
                                List.of(new Card(named, oidc, standing)),
                                List.of(new TryThese(HOSTILE, HOSTILE, HOSTILE)),
                                false),
                        pages.application(new Card(named, oidc, standing), HOSTILE),
                        pages.application(new Card(named, refused, standing), HOSTILE),
                        pages.application(new Card(named, saml, standing), HOSTILE),
                        pages.problem(Problem.fromPortal(HOSTILE, HOSTILE))))
                .allSatisfy(page -> assertThat(page.toString())
                        .contains("&lt;script&gt;")
                        .doesNotContain("<script")
                        .containsOnlyOnce("<h1>"));
    }

    @Test
    void aProblemSaysWhatItMeansAndLeadsBack() {
        assertThat(pages.problem(Problem.fromPortal("login_required", "")).toString())
                .contains("id=\"error\"", "role=\"alert\"", "without prompt=none", "<code>login_required</code>")
                .contains("id=\"try-again\"", "href=\"http://localhost/realms/micloud/demo\"");
    }

    @Test
    void anUnknownErrorHasWordsToo() {
        assertThat(Problem.fromPortal("sky_fell", "down").words()).isNotBlank();
        assertThat(Problem.fromPortal("sky_fell", "down").detail()).isEqualTo("sky_fell: down");
    }

    private static Card card(String claims, boolean alive) {
        return new Card(
                OIDC,
                new SignedIn.Oidc(
                        "easypop", 0, ClaimsTest.token(claims), "", "refresh", "n", "", SignedIn.Refresh.NONE),
                new Standing(alive, "with the MiCloud password"));
    }

    private static Pages pages(boolean passwordPages) {
        return new Pages(
                new Addresses("http://localhost/realms/micloud"),
                StyleSheet.ofJar().version(),
                new PasswordPages(passwordPages, passwordPages));
    }
}
