package com.micloud.signin.theme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Twins of the beans that Keycloak puts into the model, with the same names and the same answers: templates see methods
 * and getters, not maps, and the two behave differently when something is absent.
 */
public final class Beans {

    private Beans() {}

    /** Twin of {@code UrlBean}: asking for the action of a page without one fails, as in Keycloak. */
    public static final class Url {
        private static final String QUERY =
                "?client_id=account-portal&tab_id=Xo2kLcQd8wE&client_data=eyJydSI6Imh0dHBzOi8vcG9ydGFsLmV4YW1wbGUvY2FsbGJhY2siLCJydCI6ImNvZGUiLCJzdCI6ImFiYyJ9";
        private final String base;
        private final boolean action;

        Url(String base, boolean action) {
            this.base = base;
            this.action = action;
        }

        /** Where forms go. */
        public String getLoginAction() {
            if (!action) {
                throw new IllegalStateException("action URI not set");
            }
            return realm("/login-actions/authenticate") + QUERY
                    + "&session_code=h8Q-_c0de&execution=5f2d0a53-1c1b-4d39-8d0b-6a1f5f0f7c11";
        }

        /** A fresh start. */
        public String getLoginRestartFlowUrl() {
            return realm("/login-actions/restart") + (action ? QUERY : "") + (action ? "&" : "?") + "skip_logout=false";
        }

        /** Where to go when another tab has signed in. */
        public String getSsoLoginInOtherTabsUrl() {
            return realm("/login-actions/restart") + (action ? QUERY : "") + (action ? "&" : "?") + "skip_logout=true";
        }

        /** The login page. */
        public String getLoginUrl() {
            return realm("/login-actions/authenticate") + QUERY;
        }

        /** Forgotten password. */
        public String getLoginResetCredentialsUrl() {
            return realm("/login-actions/reset-credentials") + QUERY;
        }

        /** Registration page. */
        public String getRegistrationUrl() {
            return realm("/login-actions/registration") + QUERY;
        }

        /** Registration form. */
        public String getRegistrationAction() {
            return realm("/login-actions/registration") + QUERY;
        }

        /** Log-out form. */
        public String getLogoutConfirmAction() {
            return realm("/protocol/openid-connect/logout/logout-confirm");
        }

        /** Consent form. */
        public String getOauthAction() {
            return realm("/login-actions/consent");
        }

        /** Device code form. */
        public String getOauth2DeviceVerificationAction() {
            return realm("/device");
        }

        /** Our resources. */
        public String getResourcesPath() {
            return base;
        }

        /** Shared resources. */
        public String getResourcesCommonPath() {
            return base + "/common";
        }

        private static String realm(String path) {
            return "/realms/micloud" + path;
        }
    }

    /** A text that can be said in another language. */
    record Said(String key, List<Object> values) {}

    /** Twin of {@code MessageBean}. */
    public static final class Message {
        private final String type;
        private final String summary;
        private final Said said;

        Message(String type, String summary) {
            this(type, summary, null);
        }

        Message(String type, String summary, Said said) {
            this.type = type;
            this.summary = summary;
            this.said = said;
        }

        @Override
        public String toString() {
            return summary;
        }

        Message translated(Function<Said, String> translator) {
            return said == null ? this : new Message(type, translator.apply(said), said);
        }

        /** error, success, warning or info. */
        public String getType() {
            return type;
        }

        /** The text. */
        public String getSummary() {
            return summary;
        }
    }

    /** Twin of {@code MessagesPerFieldBean}, errors only. */
    public static final class MessagesPerField {
        private final Map<String, String> errors = new HashMap<>();
        private final Map<String, Said> said = new HashMap<>();

        @Override
        public String toString() {
            return errors.toString();
        }

        MessagesPerField and(String field, String text, Said source) {
            MessagesPerField more = translated(any -> "");
            more.errors.putAll(errors);
            more.errors.put(field, text);
            more.said.put(field, source);
            return more;
        }

        MessagesPerField translated(Function<Said, String> translator) {
            MessagesPerField other = new MessagesPerField();
            other.said.putAll(said);
            said.forEach((field, source) -> other.errors.put(field, translator.apply(source)));
            return other;
        }

        /** Whether the field has a message. */
        public boolean exists(String field) {
            return errors.containsKey(field);
        }

        /** Whether one of the fields has an error. */
        public boolean existsError(String... fields) {
            return List.of(fields).stream().anyMatch(errors::containsKey);
        }

        /** The first of the errors, or nothing. */
        public String getFirstError(String... fields) {
            return List.of(fields).stream()
                    .filter(errors::containsKey)
                    .map(errors::get)
                    .findFirst()
                    .orElse("");
        }

        /** The field's text, or nothing. */
        public String get(String field) {
            return errors.getOrDefault(field, "");
        }
    }

    /** Twin of {@code AuthenticationContextBean}. */
    public static final class Auth {
        private final String username;
        private final List<Map<String, Object>> selections;

        Auth(String username, List<Map<String, Object>> selections) {
            this.username = username;
            this.selections = selections;
        }

        @Override
        public String toString() {
            return username + " " + selections;
        }

        /** Whether a user is known. */
        public boolean showUsername() {
            return username != null;
        }

        /** Only on the reset page. */
        public boolean showResetCredentials() {
            return false;
        }

        /** Whether there is a choice of authenticators. */
        public boolean showTryAnotherWayLink() {
            return selections.size() > 1;
        }

        /** What was typed. */
        public String getAttemptedUsername() {
            return username;
        }

        /** The choice of authenticators. */
        public List<Map<String, Object>> getAuthenticationSelections() {
            return selections;
        }
    }

    /** Twin of {@code LocaleBean}. */
    public static final class LocaleChoice {
        private final String current;
        private final boolean rtl;
        private final List<Map<String, String>> supported = new ArrayList<>();

        LocaleChoice(String language, ThemeChain theme) {
            this.current = theme.messages(language).getProperty("locale_" + language, language);
            this.rtl = language.equals("ar");
            for (String tag : ThemeChain.LANGUAGES) {
                supported.add(Map.of(
                        "languageTag",
                        tag,
                        "label",
                        theme.messages(language).getProperty("locale_" + tag, tag),
                        "url",
                        "/realms/micloud/login-actions/authenticate" + Url.QUERY + "&kc_locale=" + tag));
            }
        }

        /** Name of the language in itself. */
        public String getCurrent() {
            return current;
        }

        /** Tag of the language. */
        public String getCurrentLanguageTag() {
            return supported.get(0).get("languageTag");
        }

        /** Right to left. */
        public boolean isRtl() {
            return rtl;
        }

        /** The choice. */
        public List<Map<String, String>> getSupported() {
            return supported;
        }
    }

    /** Twin of the raw realm that {@code KeycloakErrorHandler} hands to the error page. */
    public static final class RawRealm {
        /** Technical name. */
        public String getName() {
            return "micloud";
        }

        /** Not every realm has one. */
        public String getDisplayName() {
            return null;
        }

        /** Languages are on. */
        public boolean isInternationalizationEnabled() {
            return true;
        }
    }

    /** Twin of the policy that the set-up page of one-time codes prints. */
    public static final class OtpPolicy {
        /** Kind. */
        public String getType() {
            return "totp";
        }

        /** Algorithm. */
        public String getAlgorithmKey() {
            return "SHA1";
        }

        /** Length. */
        public int getDigits() {
            return 6;
        }

        /** Seconds. */
        public int getPeriod() {
            return 30;
        }
    }
}
