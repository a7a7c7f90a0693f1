package com.micloud.signin.theme;

import freemarker.template.TemplateMethodModelEx;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** A mail that Keycloak sends, with the data that it is drawn with. */
record Mail(String name, String template, String subject, boolean hasLink, Map<String, Object> own) {

    static final String LINK = "https://signin.example/realms/micloud/login-actions/action-token?key="
            + "eyJhbGciOiJIUzUxMiIsInR5cCI6".repeat(12) + "&client_id=account-portal&tab_id=x1";
    static final String NEW_ADDRESS = "bob@new.example";
    static final Instant TIME = Instant.parse("2026-11-23T16:45:07Z");

    private static final ThemeChain THEME = new ThemeChain("email");

    /** Every mail of Keycloak 26.7, some in more than one state, and our own. */
    static List<Mail> all() {
        return List.of(
                link("password-reset", "passwordResetSubject", Map.of()),
                link(
                        "micloud-password-reset",
                        "micloudResetSubject",
                        Map.of(
                                "username",
                                "bob@partner.example",
                                "code",
                                "012345",
                                "linkMinutes",
                                "14",
                                "codeMinutes",
                                "16")),
                new Mail(
                        "micloud-password-reset-by-link",
                        "micloud-password-reset",
                        "micloudResetSubject",
                        true,
                        Map.of("username", "bob@partner.example", "linkMinutes", "14")),
                plain(
                        "micloud-password-elsewhere",
                        "micloudElsewhereSubject",
                        Map.of("username", "bob@partner.example", "providers", "Contoso Azure AD")),
                link("email-verification", "emailVerificationSubject", Map.of()),
                plain("email-verification-with-code", "emailVerificationSubject", Map.of("code", "482913")),
                link(
                        "email-update-confirmation",
                        "emailUpdateConfirmationSubject",
                        Map.of("newEmail", "bob@new.example")),
                link(
                        "identity-provider-link",
                        "identityProviderLinkSubject",
                        Map.of(
                                "identityProviderDisplayName",
                                "Contoso Azure AD",
                                "identityProviderContext",
                                Map.of("username", "bob@contoso.example"))),
                link(
                        "org-invite",
                        "orgInviteSubject",
                        Map.of(
                                "organization", Map.of("name", "Contoso Ltd"),
                                "firstName", "Bob",
                                "lastName", "Partner")),
                link(
                        "executeActions",
                        "executeActionsSubject",
                        Map.of(
                                "requiredActions",
                                List.of("UPDATE_PASSWORD", "CONFIGURE_TOTP", "webauthn-register", "UPDATE_EMAIL"))),
                link(
                        "verifiable-credential-offer",
                        "verifiableCredentialOfferSubject",
                        Map.of("credentialScopeDisplayName", "Employee ID")),
                plain("email-test", "emailTestSubject", Map.of()),
                event("login_error", "eventLoginErrorSubject"),
                event("update_password", "eventUpdatePasswordSubject"),
                new Mail(
                        "micloud-password-changed",
                        "micloud-password-changed",
                        "eventUpdatePasswordSubject",
                        true,
                        Map.of(
                                "when",
                                TIME.toEpochMilli(),
                                "byAdministrator",
                                false,
                                "address",
                                "192.0.2.1",
                                "browser",
                                "Firefox, Windows")),
                new Mail(
                        "micloud-password-set",
                        "micloud-password-changed",
                        "micloudMailPasswordSetSubject",
                        true,
                        Map.of("when", TIME.toEpochMilli(), "byAdministrator", true)),
                toConfirm("micloud-confirm-address", true, true),
                toConfirm("micloud-confirm-address-username", true, false),
                toConfirm("micloud-confirm-address-email", false, true),
                recordChange("micloud-record-asked", false, true, true),
                recordChange("micloud-record-asked-username", false, true, false),
                recordChange("micloud-record-asked-email", false, false, true),
                recordChange("micloud-record-changed", true, true, true),
                recordChange("micloud-record-changed-username", true, true, false),
                recordChange("micloud-record-changed-email", true, false, true),
                new Mail(
                        "micloud-record-changed-unseen",
                        "micloud-record-change",
                        "micloudMailRecordChangedSubject",
                        false,
                        Map.of(
                                "when",
                                TIME.toEpochMilli(),
                                "address",
                                "",
                                "browser",
                                "",
                                "newAddress",
                                NEW_ADDRESS,
                                "forUsername",
                                true,
                                "forEmail",
                                true,
                                "done",
                                true)),
                event("update_totp", "eventUpdateTotpSubject"),
                event("remove_totp", "eventRemoveTotpSubject"),
                event("update_credential", "eventUpdateCredentialSubject"),
                event("remove_credential", "eventRemoveCredentialSubject"),
                event("user_disabled_by_temporary_lockout", "eventUserDisabledByTemporaryLockoutSubject"),
                event("user_disabled_by_permanent_lockout", "eventUserDisabledByPermanentLockoutSubject"),
                workflow("workflow-notification", "accountNotification", 0, Map.of()),
                workflow("workflow-notification-disable", "accountDisableNotification", 1, Map.of()),
                workflow("workflow-notification-delete", "accountDeleteNotification", 14, Map.of()),
                workflow(
                        "workflow-notification-custom",
                        "accountNotification",
                        3,
                        Map.of(
                                "messageKey",
                                "customMessage",
                                "customMessage",
                                "<p>Please sign in <b>this week</b>.</p><script>alert(1)</script>")));
    }

    /** What Keycloak gives to the templates of a mail in this language. */
    Map<String, Object> model(String language) {
        Locale locale = Locale.forLanguageTag(language);
        Properties messages = THEME.messages(language);
        Map<String, Object> model = new HashMap<>();
        model.put("locale", locale);
        // As Keycloak finds it: by the name of a language, which its mail texts do not have.
        model.put("ltr", true);
        model.put("realmName", "MiCloud");
        model.put("user", Map.of("username", "bob@partner.example", "firstName", "Bob", "lastName", "Partner"));
        if (hasLink) {
            model.put("link", LINK);
            model.put("linkExpiration", 15);
            model.put("linkExpirationFormatter", (TemplateMethodModelEx) arguments -> "15 "
                    + new MessageFormat(messages.getProperty("linkExpirationFormatter.timePeriodUnit.minutes"), locale)
                            .format(new Object[] {15}));
        }
        model.putAll(own);
        model.put("subject", subjectLine(language));
        return model;
    }

    String subjectLine(String language) {
        List<String> arguments =
                switch (template) {
                    case "identity-provider-link" -> List.of("Contoso Azure AD");
                    case "org-invite" -> List.of("Contoso Ltd");
                    default -> List.of();
                };
        return new MessageFormat(THEME.messages(language).getProperty(subject), Locale.forLanguageTag(language))
                .format(arguments.toArray());
    }

    @Override
    public String toString() {
        return name;
    }

    private static Mail link(String template, String subject, Map<String, Object> own) {
        return new Mail(template, template, subject, true, own);
    }

    private static Mail plain(String template, String subject, Map<String, Object> own) {
        return new Mail(template, template, subject, false, own);
    }

    /** To an address that may be a stranger's. */
    private static Mail toConfirm(String name, boolean forUsername, boolean forEmail) {
        return new Mail(
                name,
                "micloud-confirm-address",
                "micloudMailConfirmSubject",
                true,
                Map.of("address", NEW_ADDRESS, "forUsername", forUsername, "forEmail", forEmail, "linkMinutes", "30"));
    }

    /** To the address that the person had until now. */
    private static Mail recordChange(String name, boolean done, boolean forUsername, boolean forEmail) {
        return new Mail(
                name,
                "micloud-record-change",
                done ? "micloudMailRecordChangedSubject" : "micloudMailRecordAskedSubject",
                true,
                Map.of(
                        "when",
                        TIME.toEpochMilli(),
                        "address",
                        "192.0.2.1",
                        "browser",
                        "Firefox, Windows",
                        "newAddress",
                        NEW_ADDRESS,
                        "forUsername",
                        forUsername,
                        "forEmail",
                        forEmail,
                        "done",
                        done));
    }

    private static Mail event(String type, String subject) {
        TemplateMethodModelEx detail = arguments -> "recovery-authn-codes";
        return plain(
                "event-" + type,
                subject,
                Map.of("event", Map.of("date", Date.from(TIME), "ipAddress", "192.0.2.1", "getDetail", detail)));
    }

    private static Mail workflow(String name, String key, int days, Map<String, Object> more) {
        Map<String, Object> own = new HashMap<>(Map.of(
                "messageKey",
                key + "Body",
                "subjectKey",
                key + "Subject",
                "daysRemaining",
                days,
                "reason",
                "inactivity"));
        own.putAll(more);
        return new Mail(name, "workflow-notification", key + "Subject", false, own);
    }
}
