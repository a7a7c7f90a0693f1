package com.micloud.signin.theme;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One state of one page: what a template is drawn with. */
record Page(String name, String template, String language, Map<String, Object> model) {

    private static final ThemeChain LOGIN = new ThemeChain("login");

    /** A page within a sign-in, with what Keycloak always puts there. */
    static Page of(String template) {
        Page page = new Page(template, template + ".ftl", "en", common(template, "en")).action(true);
        return template.startsWith("micloud-") ? page.asForm() : page;
    }

    /** Drawn by {@code createForm}, which leaves out what Keycloak adds to its own pages only. */
    Page asForm() {
        return without("login", "authenticationSession");
    }

    Page named(String newName) {
        return new Page(newName, template, language, model);
    }

    Page in(String newLanguage) {
        Page page = new Page(name + "-" + newLanguage, template, newLanguage, model)
                .with("lang", newLanguage)
                .with("locale", new Beans.LocaleChoice(newLanguage, LOGIN));
        if (model.get("message") instanceof Beans.Message message) {
            page = page.with("message", message.translated(page::text));
        }
        return model.get("messagesPerField") instanceof Beans.MessagesPerField errors
                ? page.with("messagesPerField", errors.translated(page::text))
                : page;
    }

    Page with(String key, Object value) {
        Map<String, Object> copy = new HashMap<>(model);
        copy.put(key, value);
        return new Page(name, template, language, copy);
    }

    Page without(String... keys) {
        Map<String, Object> copy = new HashMap<>(model);
        copy.keySet().removeAll(List.of(keys));
        return new Page(name, template, language, copy);
    }

    /** Attributes that our authenticators hand over. */
    Page micloud(Map<String, Object> attributes) {
        return with("micloud", attributes);
    }

    Page user(String username) {
        return with("auth", new Beans.Auth(username, List.of()));
    }

    Page error(String field, String messageKey, Object... values) {
        Beans.Said said = new Beans.Said(messageKey, List.of(values));
        Beans.MessagesPerField before = (Beans.MessagesPerField) model.get("messagesPerField");
        return with("messagesPerField", before.and(field, text(said), said))
                .with("message", new Beans.Message("error", text(said), said));
    }

    Page message(String type, String messageKey, Object... values) {
        Beans.Said said = new Beans.Said(messageKey, List.of(values));
        return with("message", new Beans.Message(type, text(said), said));
    }

    Page action(boolean available) {
        return with("url", new Beans.Url("resources", available));
    }

    /** The bare model with which Keycloak draws the error page outside any sign-in. */
    static Page bareError(int status, String messageKey) {
        Map<String, Object> model = new HashMap<>();
        model.put("pageId", "error");
        model.put("statusCode", status);
        model.put("micloudLanguageFollows", true);
        model.put("realm", new Beans.RawRealm());
        model.put("url", new Beans.Url("resources", false));
        model.put("locale", new Beans.LocaleChoice("en", LOGIN));
        model.put("lang", "en");
        model.put("darkMode", true);
        model.put(
                "message",
                new Beans.Message(
                        "error", LOGIN.messages("en").getProperty(messageKey), new Beans.Said(messageKey, List.of())));
        return new Page("error-" + status, "error.ftl", "en", model);
    }

    private String text(Beans.Said said) {
        return new MessageFormat(
                        LOGIN.messages(language).getProperty(said.key(), said.key()), Locale.forLanguageTag(language))
                .format(said.values().toArray());
    }

    private static Map<String, Object> common(String template, String language) {
        Map<String, Object> realm = new HashMap<>();
        realm.put("name", "micloud");
        realm.put("displayName", "MiCloud");
        realm.put("internationalizationEnabled", true);
        realm.put("password", true);
        realm.put("registrationAllowed", false);
        realm.put("registrationEmailAsUsername", true);
        realm.put("loginWithEmailAllowed", true);
        realm.put("duplicateEmailsAllowed", false);
        realm.put("resetPasswordAllowed", true);
        realm.put("rememberMe", false);
        Map<String, Object> model = new HashMap<>();
        model.put("pageId", template);
        model.put("micloudLanguageFollows", true);
        model.put("realm", realm);
        model.put("lang", language);
        model.put("locale", new Beans.LocaleChoice(language, LOGIN));
        model.put("darkMode", true);
        model.put("scripts", List.of());
        model.put("messagesPerField", new Beans.MessagesPerField());
        model.put("auth", new Beans.Auth(null, List.of()));
        model.put("social", Map.of("providers", List.of()));
        model.put("title", "Sign in to MiCloud");
        model.put("client", client());
        model.put("login", Map.of());
        model.put("authenticationSession", Map.of("authSessionIdHash", "q0t5n1FWqJ6sY8cvC1m9XJHc1b2kT7aP9w"));
        return model;
    }

    private static Map<String, Object> client() {
        Map<String, Object> client = new HashMap<>();
        client.put("clientId", "account-portal");
        client.put("name", "Account Portal");
        client.put("baseUrl", "https://portal.example/");
        client.put("attributes", Map.of());
        return client;
    }
}
