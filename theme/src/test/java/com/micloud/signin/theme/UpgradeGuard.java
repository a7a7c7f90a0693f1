package com.micloud.signin.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Says by name what one version of Keycloak and our theme lack of each other. */
final class UpgradeGuard {

    private static final Pattern TEXT = Pattern.compile("\\bmsg\\(\"([^\"]+)\"[,)]");
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{");

    /** Files of Keycloak that our pages load by name, and what our scripts call in them. */
    private static final List<KeycloakFile> FILES = List.of(
            new KeycloakFile("js/authChecker.js", List.of("startSessionPolling", "checkAuthSession")),
            new KeycloakFile("js/webauthnRegister.js", List.of("registerByWebAuthn")),
            new KeycloakFile("js/webauthnAuthenticate.js", List.of("authenticateByWebAuthn")),
            new KeycloakFile("js/passkeysConditionalAuth.js", List.of("initAuthenticate")));

    private final KeycloakThemes keycloak;
    private final ThemeChain login;
    private final ThemeChain email;
    private final Set<String> findings = new TreeSet<>();

    UpgradeGuard(ClassLoader ours, KeycloakThemes keycloak) {
        this.keycloak = keycloak;
        this.login = keycloak.under(ours, "login");
        this.email = keycloak.under(ours, "email");
    }

    /** Nothing, where every page and mail of this version is drawn whole and in our clothes. */
    Set<String> findings() {
        pages();
        mails();
        texts();
        files();
        return findings;
    }

    /** Texts that we word anew and that this version has no use for. Older versions may lack what newer ones have. */
    Set<String> staleTexts() {
        return Stream.of(login, email)
                .flatMap(theme -> theme.own("en").stringPropertyNames().stream()
                        // Mails name required actions by their ids, for some of which Keycloak has no name.
                        .filter(key -> !key.startsWith("micloud")
                                && !key.startsWith("locale_")
                                && !key.startsWith("requiredAction."))
                        .filter(key -> !theme.stock("en").containsKey(key)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void pages() {
        Set<String> known = keycloak.pages();
        Set<String> states =
                GoldenPages.all().stream().map(Page::template).collect(Collectors.toCollection(TreeSet::new));
        for (String page : known) {
            if (login.url("micloud", page).isEmpty()) {
                findings.add("page " + page + " has no template of ours");
            }
            if (!states.contains(page)) {
                findings.add("page " + page + " has no state in GoldenPages");
            }
        }
        Set<String> selectors = selectors();
        Renderer renderer = new Renderer(login);
        for (Page page : GoldenPages.all()) {
            if (page.template().startsWith("micloud-") || known.contains(page.template())) {
                draw(renderer, page.template(), "page " + page.name(), page.language(), page.model())
                        .ifPresent(html -> controls(page.name(), html, selectors));
            }
        }
        renderer.missingMessages().forEach(key -> findings.add("text " + key + " is asked for by a page and missing"));
    }

    private void mails() {
        Set<String> states = Mail.all().stream().map(Mail::template).collect(Collectors.toSet());
        Set<String> known = keycloak.mails();
        for (String mail : known) {
            for (String file : List.of("html/" + mail + ".ftl", "text/" + mail + ".ftl")) {
                if (email.url("micloud", file).isEmpty()) {
                    findings.add("mail " + file + " has no template of ours");
                }
            }
            if (!states.contains(mail)) {
                findings.add("mail " + mail + " has no state in Mail");
            }
        }
        Renderer renderer = new Renderer(email);
        for (Mail mail : Mail.all()) {
            if (mail.template().startsWith("micloud-") || known.contains(mail.template())) {
                for (String form : List.of("html", "text")) {
                    String file = form + "/" + mail.template() + ".ftl";
                    draw(renderer, file, "mail " + file, "en", mail.model("en"));
                }
            }
        }
        renderer.missingMessages().forEach(key -> findings.add("text " + key + " is asked for by a mail and missing"));
    }

    private Optional<String> draw(
            Renderer renderer, String template, String what, String language, Map<String, Object> model) {
        try {
            return Optional.of(renderer.render(template, language, model));
        } catch (IllegalStateException | UncheckedIOException e) {
            findings.add(what + " cannot be drawn: "
                    + e.getMessage().lines().findFirst().orElse(""));
            return Optional.empty();
        }
    }

    /** The states may not lead to every branch of a template; its source has all of them. */
    private void texts() {
        Set<String> all = Set.copyOf(login.messages("en").stringPropertyNames());
        for (String page : keycloak.pages()) {
            login.url("micloud", page).stream()
                    .flatMap(url -> TEXT.matcher(read(url)).results())
                    .map(text -> text.group(1))
                    .filter(key -> !all.contains(key))
                    .forEach(key -> findings.add("text " + key + " is asked for by " + page + " and missing"));
        }
    }

    private void controls(String page, String html, Set<String> selectors) {
        for (Element control : Jsoup.parse(html).select("button, input:not([type=hidden]), select, textarea")) {
            if (selectors.stream().noneMatch(control::is)) {
                findings.add("page " + page + " has a control without a style: " + control.cssSelector());
            }
        }
    }

    /** What our style sheet has rules for, leaving out rules for everything and for a moment. */
    private Set<String> selectors() {
        String css = read(login.url("micloud", "resources/" + login.properties().getProperty("styles"))
                .orElseThrow());
        return RULE.matcher(css.replaceAll("(?s)/\\*.*?\\*/", ""))
                .results()
                .map(rule -> rule.group(1).strip())
                .filter(rule -> !rule.startsWith("@"))
                .flatMap(rule -> Stream.of(rule.split(",")).map(String::strip))
                .filter(selector -> !selector.contains(":") && !selector.contains("*"))
                .collect(Collectors.toSet());
    }

    private void files() {
        for (KeycloakFile file : FILES) {
            Optional<String> content =
                    login.url("base", "resources/" + file.path()).map(UpgradeGuard::read);
            if (content.isEmpty()) {
                findings.add("file " + file.path() + " is gone");
            } else {
                for (String function : file.functions()) {
                    if (!content.get().matches("(?s).*\\bexport\\b[^;{]*\\b" + function + "\\b.*")) {
                        findings.add("file " + file.path() + " has no " + function);
                    }
                }
            }
        }
    }

    private static String read(URL url) {
        try (InputStream in = url.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record KeycloakFile(String path, List<String> functions) {}
}
