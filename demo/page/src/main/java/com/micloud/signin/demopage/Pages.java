package com.micloud.signin.demopage;

import com.micloud.signin.demopage.SignedIn.Refresh;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Draws the pages. */
final class Pages {

    private static final String TRY_AGAIN = "Back to the applications";

    private final Addresses addresses;
    private final String styleVersion;
    private final PasswordPages passwordPages;

    /** @param styleVersion changes whenever the style sheet does, so that browsers may keep it */
    Pages(Addresses addresses, String styleVersion, PasswordPages passwordPages) {
        this.addresses = addresses;
        this.styleVersion = styleVersion;
        this.passwordPages = passwordPages;
    }

    /**
     * Which of the portal's own password pages there are.
     *
     * @param change the page to change a password
     * @param forgotten the page to reset a forgotten one
     */
    record PasswordPages(boolean change, boolean forgotten) {}

    /** A sign-in and how it stands. */
    record Card(Application application, SignedIn signedIn, Standing standing) {}

    Html home(List<Application> applications, List<Card> cards, List<TryThese> users, boolean signedOut) {
        return page(
                "MiCloud demo",
                Html.of(
                        """
                        <h1>Try the sign-in portal</h1>
                        <p class="lead">This page plays the MiCloud applications. Choose one, and your browser goes to
                        the portal just as the real application would send it. When you come back, you see who signed
                        in, for which account, and what the application was told.</p>
                        <p>Nobody to sign in as? <a href="#try-these">Try these</a>.</p>
                        {}{}{}{}{}
                        """,
                        Html.of("<p id=\"done\" class=\"note good\" role=\"status\">You are signed out.</p>")
                                .when(signedOut),
                        signedIn(cards),
                        start(applications),
                        users(users),
                        passwordLinks()));
    }

    Html application(Card card, String userinfo) {
        SignedIn signedIn = card.signedIn();
        return page(
                card.application().name() + " \u2013 MiCloud demo",
                Html.of(
                        """
                        <p><a href="{}">All applications</a></p>
                        <h1>{}</h1>
                        {}
                        {}
                        {}
                        {}
                        """,
                        addresses.demo(),
                        card.application().name(),
                        facts(card),
                        actions(card),
                        signedIn instanceof SignedIn.Oidc oidc ? refreshed(oidc.refresh()) : Html.NOTHING,
                        signedIn instanceof SignedIn.Oidc oidc
                                ? tokens(oidc, userinfo)
                                : attributes((SignedIn.Saml) signedIn)));
    }

    Html problem(Problem problem) {
        return page(
                problem.headline() + " \u2013 MiCloud demo",
                Html.of(
                        """
                        <h1>{}</h1>
                        <p id="error" class="note bad" role="alert">{}</p>
                        {}
                        <p><a id="try-again" class="button" href="{}">{}</a></p>
                        """,
                        problem.headline(),
                        problem.words(),
                        Html.of("<p>In the words of the protocol: <code>{}</code></p>", problem.detail())
                                .when(!problem.detail().isEmpty()),
                        addresses.demo(),
                        TRY_AGAIN));
    }

    private Html signedIn(List<Card> cards) {
        return Html.of(
                        """
                        <section aria-labelledby="signed-in">
                        <h2 id="signed-in">Signed in</h2>
                        <ul class="cards">{}</ul>
                        </section>
                        """,
                        Html.join(cards.stream()
                                .map(card -> Html.of(
                                        "<li class=\"card\"><h3><a href=\"{}\">{}</a></h3>{}{}</li>",
                                        addresses.application(card.application().clientId()),
                                        card.application().name(),
                                        facts(card),
                                        actions(card)))
                                .toList()))
                .when(!cards.isEmpty());
    }

    private Html facts(Card card) {
        Facts facts = Facts.of(card.signedIn());
        return Html.of(
                """
                <dl>
                <div><dt>Who</dt><dd>{}</dd></div>
                <div><dt>Account</dt><dd>{}</dd></div>
                {}
                <div><dt>Since</dt><dd>{}</dd></div>
                <div><dt>Portal</dt><dd>{}</dd></div>
                </dl>
                """,
                facts.who(),
                facts.account(),
                Html.of("<div><dt>How</dt><dd>{}</dd></div>", card.standing().how())
                        .when(!card.standing().how().isEmpty()),
                Facts.time(card.signedIn().since()),
                card.standing().alive()
                        ? "knows this session"
                        : "has ended this session; what the application holds is no longer good");
    }

    private Html actions(Card card) {
        String client = card.application().clientId();
        List<Html> actions = card.standing().alive()
                ? living(client, card.signedIn())
                : List.of(
                        action("start", "sign-in-again", "Sign in again", client, Map.of()),
                        action("forget", "forget", "Remove from this page", client, Map.of()));
        return Html.of("<div class=\"actions\">{}</div>", Html.join(actions));
    }

    private List<Html> living(String client, SignedIn signedIn) {
        String version = signedIn instanceof SignedIn.Oidc oidc ? oidc.appVersion() : "";
        boolean refreshable =
                signedIn instanceof SignedIn.Oidc oidc && !oidc.refreshToken().isEmpty();
        return List.of(
                action("refresh", "refresh", "Refresh", client, Map.of(Hints.APP_VERSION, version))
                        .when(refreshable),
                action(
                        "start",
                        "another-account",
                        "Another account",
                        client,
                        Map.of(
                                Hints.LOGIN_HINT,
                                Facts.of(signedIn).username(),
                                Hints.PROMPT,
                                "select_account",
                                Hints.APP_VERSION,
                                version)),
                changePassword(client, signedIn),
                action("sign-out", "sign-out", "Sign out", client, Map.of()));
    }

    /** Without a page of the portal's own there is Keycloak's, to which only OpenID Connect can lead. */
    private Html changePassword(String client, SignedIn signedIn) {
        return passwordPages.change()
                ? Html.of("<a class=\"button plain\" href=\"{}/changepassword\">Change password</a>", addresses.realm())
                : action("start", "change-password", "Change password", client, Map.of(Hints.ACTION, "UPDATE_PASSWORD"))
                        .when(signedIn instanceof SignedIn.Oidc);
    }

    private Html action(String page, String name, String label, String clientId, Map<String, String> fields) {
        return form(
                page,
                Html.of(
                        "{}{}{}",
                        hidden("client_id", clientId),
                        Html.join(fields.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(field -> hidden(field.getKey(), field.getValue()))
                                .toList()),
                        button(name, label)));
    }

    private static Html refreshed(Refresh refresh) {
        if (refresh.at() == 0) {
            return Html.NOTHING;
        }
        if (!refresh.refusal().isEmpty()) {
            return Html.of(
                    "<p id=\"error\" class=\"note bad\" role=\"alert\">{}: the portal refused the refresh. <code>{}</code></p>",
                    Facts.time(refresh.at()),
                    refresh.refusal());
        }
        return Html.of(
                """
                <div id="done" class="note good" role="status">
                <p>Refreshed at {}. {}</p>
                <ul>{}</ul>
                </div>
                """,
                Facts.time(refresh.at()),
                refresh.changes().isEmpty() ? "No claim is different." : "This is different now:",
                Html.join(refresh.changes().stream()
                        .map(change -> Html.of("<li>{}</li>", change))
                        .toList()));
    }

    private Html tokens(SignedIn.Oidc held, String userinfo) {
        Claims access = Claims.of(held.accessToken());
        return Html.of(
                """
                <section aria-labelledby="claims">
                <h2 id="claims">What the application was told</h2>
                {}{}{}
                {}
                </section>
                """,
                block("id-token", "ID token", Claims.of(held.idToken()).pretty()),
                block("access-token", "Access token", access.isEmpty() ? "not readable" : access.pretty()),
                block("userinfo", "Userinfo, asked just now", userinfo),
                refreshForm(held).when(!held.refreshToken().isEmpty()));
    }

    private Html refreshForm(SignedIn.Oidc held) {
        return Html.of(
                """
                <details>
                <summary>Refresh as another version of the application</summary>
                {}
                </details>
                """,
                form(
                        "refresh",
                        Html.of(
                                """
                                {}
                                <div class="field">
                                <label for="app_version">Version (<code>app_version</code>)</label>
                                <input id="app_version" name="app_version" maxlength="100" value="{}" autocomplete="off">
                                </div>
                                {}
                                """,
                                hidden("client_id", held.clientId()),
                                held.appVersion(),
                                button("refresh-version", "Refresh"))));
    }

    private static Html attributes(SignedIn.Saml held) {
        Stream<Html> rows = held.attributes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(attribute -> Html.of(
                        "<tr><th scope=\"row\">{}</th><td>{}</td></tr>",
                        attribute.getKey(),
                        String.join(", ", attribute.getValue())));
        return Html.of(
                """
                <section aria-labelledby="claims">
                <h2 id="claims">What the application was told</h2>
                <table>
                <thead><tr><th scope="col">Name</th><th scope="col">Value</th></tr></thead>
                <tbody>
                <tr><th scope="row">NameID</th><td>{}</td></tr>
                <tr><th scope="row">Format</th><td>{}</td></tr>
                <tr><th scope="row">SessionIndex</th><td>{}</td></tr>
                {}
                </tbody>
                </table>
                </section>
                """,
                held.nameId(),
                held.format(),
                held.sessionIndex(),
                Html.join(rows.toList()));
    }

    private Html start(List<Application> applications) {
        return Html.of(
                """
                <form method="post" action="{}">
                <details>
                <summary>Advanced: what the application says along with its request</summary>
                <div class="fields">
                <div class="field">
                <label for="login_hint">Username (<code>login_hint</code>)</label>
                <input id="login_hint" name="login_hint" maxlength="255" autocomplete="off" autocapitalize="none"
                 spellcheck="false">
                </div>
                <div class="field">
                <label for="account_hint">Account number, label or id (<code>account_hint</code>)</label>
                <input id="account_hint" name="account_hint" maxlength="255" autocomplete="off" autocapitalize="none"
                 spellcheck="false">
                </div>
                <div class="field">
                <label for="prompt">What to ask (<code>prompt</code>)</label>
                <select id="prompt" name="prompt">
                <option value="">as usual</option>
                <option value="none">none: show no page</option>
                <option value="login">login: ask for the password or provider again</option>
                <option value="select_account">select_account: ask for the account again</option>
                </select>
                </div>
                <div class="field">
                <label for="version">Version of the application (<code>app_version</code>)</label>
                <input id="version" name="app_version" maxlength="100" autocomplete="off">
                </div>
                </div>
                <p class="small">Fill in what you like, then choose an application below. SAML has words for the
                username and for the first two prompts only.</p>
                </details>
                {}
                </form>
                """,
                addresses.demo("start"),
                Html.join(Stream.of(Kind.values())
                        .map(kind -> group(
                                kind,
                                applications.stream()
                                        .filter(application -> application.kind() == kind)
                                        .toList()))
                        .toList()));
    }

    private static Html group(Kind kind, List<Application> applications) {
        String id = "group-" + kind.name().toLowerCase(Locale.ROOT);
        return Html.of(
                        """
                        <section aria-labelledby="{}">
                        <h2 id="{}">{}</h2>
                        <ul class="applications">{}</ul>
                        </section>
                        """,
                        id,
                        id,
                        kind.title(),
                        Html.join(applications.stream().map(Pages::application).toList()))
                .when(!applications.isEmpty());
    }

    private static Html application(Application application) {
        String id = "about-" + application.clientId();
        return Html.of(
                """
                <li>
                <button type="submit" name="client_id" value="{}" aria-describedby="{}">{}</button>
                <div id="{}">
                {}
                <ul class="switches"><li>{}</li>{}{}</ul>
                </div>
                </li>
                """,
                application.clientId(),
                id,
                application.name(),
                id,
                Html.of("<p>{}</p>", application.description())
                        .when(!application.description().isEmpty()),
                application.saml() ? "SAML 2.0" : "OpenID Connect",
                Html.join(application.switches().stream()
                        .map(words -> Html.of("<li>{}</li>", words))
                        .toList()),
                Html.of("<li>Stays signed in for long</li>").when(application.longSession()));
    }

    private static Html users(List<TryThese> users) {
        return Html.of(
                """
                <section aria-labelledby="try-these">
                <h2 id="try-these">Try these</h2>
                <table class="users">
                <thead><tr><th scope="col">Username</th><th scope="col">Password</th><th scope="col">What it shows</th></tr></thead>
                <tbody>{}</tbody>
                </table>
                <p class="small">At the customers' providers everybody has the password <code>Enterprise-1</code>.</p>
                </section>
                """,
                Html.join(users.stream()
                        .map(user -> Html.of(
                                "<tr><th scope=\"row\"><code>{}</code></th><td>{}</td><td>{}</td></tr>",
                                user.username(),
                                user.password().isEmpty()
                                        ? Html.of("none")
                                        : Html.of("<code>{}</code>", user.password()),
                                user.shows()))
                        .toList()));
    }

    private Html passwordLinks() {
        return Html.of(
                        """
                        <section aria-labelledby="passwords">
                        <h2 id="passwords">Passwords</h2>
                        <p>{} {}</p>
                        </section>
                        """,
                        Html.of("<a href=\"{}/changepassword\">Change a password</a>", addresses.realm())
                                .when(passwordPages.change()),
                        Html.of("<a href=\"{}/forgotpassword\">Forgot a password</a>", addresses.realm())
                                .when(passwordPages.forgotten()))
                .when(passwordPages.change() || passwordPages.forgotten());
    }

    private Html form(String action, Html content) {
        return Html.of("<form method=\"post\" action=\"{}\">{}</form>", addresses.demo(action), content);
    }

    private static Html hidden(String name, String value) {
        return Html.of("<input type=\"hidden\" name=\"{}\" value=\"{}\">", name, value);
    }

    private static Html button(String name, String label) {
        return Html.of("<button type=\"submit\" class=\"plain {}\">{}</button>", name, label);
    }

    private static Html block(String id, String title, String text) {
        return Html.of(
                """
                <h3 id="{}">{}</h3>
                <pre tabindex="0" role="region" aria-labelledby="{}">{}</pre>
                """,
                id,
                title,
                id,
                text);
    }

    private Html page(String title, Html main) {
        return Html.of(
                """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>{}</title>
                <link rel="icon" href="data:,">
                <link rel="stylesheet" href="{}?{}">
                </head>
                <body>
                <header><p><a href="{}">MiCloud <span>demo</span></a></p></header>
                <main>
                {}
                </main>
                <footer><p>For trying out only: the people, companies and passwords here are made up.</p></footer>
                </body>
                </html>
                """,
                title,
                addresses.demo("style.css"),
                styleVersion,
                addresses.demo(),
                main);
    }
}
