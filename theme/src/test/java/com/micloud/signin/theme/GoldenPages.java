package com.micloud.signin.theme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The states in which every page is drawn by the tests and by the preview. */
final class GoldenPages {

    static final String USERNAME = "bob@partner.example";
    static final String LONG_NAME =
            "Wolfeschlegelsteinhausenbergerdorff and Partners International Telecommunications Consulting Group";
    static final String LONG_USERNAME =
            "wolfeschlegelsteinhausenbergerdorff.maximilian-alexander@communications.partner.example";

    private GoldenPages() {}

    static List<Page> all() {
        return ours();
    }

    static Page named(String name) {
        return all().stream()
                .filter(page -> page.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static List<Page> ours() {
        List<Page> pages = new ArrayList<>();
        usernamePages(pages);
        accountPages(pages);
        passwordPages(pages);
        forgottenPages(pages);
        singleSignOnPages(pages);
        otherPages(pages);
        recordPages(pages);
        secondFactors(pages);
        webauthn(pages);
        profile(pages);
        brokering(pages);
        consent(pages);
        return pages;
    }

    private static void usernamePages(List<Page> pages) {
        Page username = Page.of("login-username");
        pages.add(username);
        pages.add(username.named("login-username-form").asForm().micloud(Map.of()));
        pages.add(username.named("login-username-title").micloud(Map.of("title", "Sign in to Teamwork")));
        pages.add(username.named("login-username-remember").micloud(Map.of("username", USERNAME, "rememberMe", true)));
        pages.add(username.named("login-username-missing")
                .micloud(Map.of("username", ""))
                .error("username", "micloudUsernameMissing"));
        pages.add(username.named("login-username-message").message("info", "loginTimeout"));
        pages.add(username.in("ar").error("username", "micloudUsernameMissing"));
        pages.add(username.in("ja"));
        pages.add(username.named("login-username-others")
                .with("registrationDisabled", "")
                .without("registrationDisabled")
                .with("realm", withRegistration(username))
                .with("social", Map.of("providers", List.of(provider("azure", "Contoso Azure AD")))));
        pages.add(passkeys(username.named("login-username-passkeys")));
        pages.add(Page.of("login"));
        pages.add(Page.of("login")
                .named("login-wrong")
                .with("login", Map.of("username", USERNAME))
                .error("username", "invalidUserMessage"));
        pages.add(passkeys(Page.of("login").named("login-passkeys")));
        pages.add(Page.of("login")
                .named("login-again")
                .with("usernameHidden", "true")
                .user(USERNAME));
    }

    private static void accountPages(List<Page> pages) {
        Page accounts = Page.of("micloud-accounts");
        pages.add(accounts.named("accounts-three").micloud(accountModel(three())));
        Map<String, Object> missing = accountModel(three());
        pages.add(accounts.named("accounts-missing").micloud(missing).error("account", "micloudAccountMissing"));
        Map<String, Object> unknown = accountModel(three());
        unknown.put("accountIdentifier", "BRICH");
        pages.add(accounts.named("accounts-unknown")
                .micloud(unknown)
                .error("accountIdentifier", "micloudAccountUnknown"));
        Map<String, Object> conflict = accountModel(three());
        conflict.put("account", "100200");
        conflict.put("accountIdentifier", "100100");
        pages.add(accounts.named("accounts-conflict")
                .micloud(conflict)
                .error("accountIdentifier", "micloudAccountConflict"));
        Map<String, Object> recent = accountModel(three());
        recent.put("recent", List.of(account("100200", "Birch & Lane Law", "BIRCH")));
        pages.add(accounts.named("accounts-recent").micloud(recent));
        pages.add(accounts.named("accounts-long")
                .micloud(accountModel(List.of(
                        account("100100", LONG_NAME, LONG_NAME.toUpperCase(java.util.Locale.ROOT)),
                        account("100200", "A", null)))));
        Map<String, Object> fifty = accountModel(many(50));
        fifty.put("typedFirst", true);
        pages.add(accounts.named("accounts-fifty").micloud(fifty));
        Map<String, Object> typed = accountModel(List.of());
        typed.put("accountsListed", false);
        pages.add(accounts.named("accounts-typed").micloud(typed));
        pages.add(accounts.named("accounts-typed-unknown")
                .micloud(typed)
                .error("accountIdentifier", "micloudAccountUnknown"));
        pages.add(accounts.named("accounts-typed-missing").micloud(typed).error("account", "micloudAccountMissing"));
        Map<String, Object> typedRecent = accountModel(List.of());
        typedRecent.put("recent", three().subList(0, 2));
        pages.add(accounts.named("accounts-typed-recent").micloud(typedRecent));
        Map<String, Object> search = accountModel(List.of());
        search.put("accountsListed", false);
        search.put("typedFirst", true);
        search.put("accountCount", 1000);
        pages.add(accounts.named("accounts-thousand").micloud(search));
        pages.add(accounts.named("accounts-found-many")
                .micloud(search)
                .error("accountIdentifier", "micloudAccountMany", "612"));
        Map<String, Object> found = new HashMap<>(search);
        found.put("accountIdentifier", "dental");
        found.put("matches", many(7));
        pages.add(accounts.named("accounts-found").micloud(found));
        pages.add(accounts.named("accounts-found-missing").micloud(found).error("account", "micloudAccountMissing"));
        pages.add(accounts.named("accounts-three").in("ar").micloud(accountModel(three())));
        pages.add(accounts.named("accounts-three").in("de").micloud(accountModel(three())));
    }

    private static void forgottenPages(List<Page> pages) {
        Map<String, Object> asking = Map.of("known", USERNAME, "restartUrl", "/restart", "fromApplication", true);
        Page username = Page.of("micloud-reset-username").micloud(asking);
        pages.add(username.named("reset-username"));
        pages.add(username.named("reset-username-missing").error("username", "micloudUsernameMissing"));
        pages.add(username.named("reset-username-typed")
                .micloud(Map.of("known", "", "restartUrl", "/restart", "fromApplication", false)));
        Map<String, Object> waiting = Map.of("username", USERNAME, "restartUrl", "/restart", "fromApplication", true);
        Page code = Page.of("micloud-reset").micloud(waiting);
        pages.add(code.named("reset-code"));
        pages.add(code.named("reset-code-wrong").error("code", "micloudCodeWrong"));
        pages.add(code.named("reset-code-again").message("info", "micloudResetSentAgain"));
        pages.add(code.named("reset-code-no-more").message("info", "micloudResetNoMore"));
        pages.add(code.in("ar").error("code", "micloudCodeOver"));
        pages.add(code.in("fr-CA"));
    }

    private static void passwordPages(List<Page> pages) {
        Page password = Page.of("login-password").user(USERNAME);
        Map<String, Object> plain = passwordModel();
        pages.add(password.micloud(plain));
        pages.add(password.named("login-password-form").asForm().micloud(plain));
        pages.add(password.named("login-password-wrong").micloud(plain).error("password", "micloudPasswordWrong"));
        Map<String, Object> optional = passwordModel();
        optional.put("providers", List.of(single("northwind-okta", "Northwind Okta")));
        pages.add(password.named("login-password-sso").micloud(optional));
        Map<String, Object> several = passwordModel();
        several.put("providers", two());
        several.put("forgotPassword", false);
        pages.add(password.named("login-password-several").micloud(several));
        Map<String, Object> longName = passwordModel();
        longName.put("username", LONG_USERNAME);
        pages.add(password.named("login-password-long").micloud(longName));
        pages.add(password.in("ar").micloud(plain).error("password", "micloudPasswordWrong"));
        pages.add(password.in("fr-CA").micloud(optional));
        pages.add(password.named("login-password-account")
                .micloud(plain)
                .with(
                        "micloudAccount",
                        Map.of(
                                "name",
                                "Contoso <Ltd>",
                                "number",
                                "200100",
                                "logo",
                                "https://logos.example/contoso.png?a=1&b=2",
                                "help",
                                "Ask <b>Carol</b>, extension 1234.")));
        pages.add(password.named("login-password-stock"));
        pages.add(passkeys(password.named("login-password-passkeys")));
        pages.add(password.named("login-password-other-ways")
                .with("auth", new Beans.Auth(USERNAME, List.of(selection("password"), selection("otp")))));
    }

    private static void singleSignOnPages(List<Page> pages) {
        Page page = Page.of("micloud-single-sign-on").user(USERNAME);
        pages.add(page.named("sso-preferred").micloud(ssoModel("preferred", true, one())));
        pages.add(page.named("sso-preferred-several").micloud(ssoModel("preferred", true, two())));
        pages.add(page.named("sso-choose").micloud(ssoModel("choose", false, two())));
        pages.add(page.named("sso-trouble")
                .micloud(ssoModel("trouble", true, one()))
                .message("error", "micloudProviderFailed", "Contoso Azure AD"));
        pages.add(page.named("sso-trouble-several")
                .micloud(ssoModel("trouble", false, two()))
                .message("error", "micloudProviderUnavailable"));
        pages.add(page.named("sso-trouble")
                .in("ar")
                .micloud(ssoModel("trouble", true, one()))
                .message("error", "micloudProviderCancelled"));
        Page refused = Page.of("micloud-refused");
        Map<String, Object> refusal = new HashMap<>();
        refusal.put("refusal", "username-mismatch");
        refusal.put("username", USERNAME);
        refusal.put("restartUrl", "/realms/micloud/login-actions/restart?client_id=account-portal&tab_id=1");
        refusal.put("applicationName", "Account Portal");
        refusal.put("applicationUrl", "https://portal.example/");
        pages.add(refused.micloud(refusal).message("error", "micloudRefusedUsernameMismatch"));
        pages.add(refused.named("refused-small")
                .micloud(Map.of("refusal", "no-account"))
                .without("client")
                .message("error", "micloudRefusedNoAccount"));
    }

    private static void otherPages(List<Page> pages) {
        pages.add(Page.bareError(404, "pageNotFound"));
        pages.add(Page.bareError(500, "internalServerError"));
        Page error = Page.of("error").message("error", "cookieNotFoundMessage");
        pages.add(error.with("traceId", "4bf92f3577b34da6a3ce929d0e0e4736"));
        pages.add(error.named("error-detached").action(false).without("authenticationSession"));
        pages.add(error.named("error-alone").action(false).without("client", "authenticationSession", "auth"));
        pages.add(error.named("error-skip").with("skipLink", true));
        pages.add(Page.of("error").in("ar").message("error", "cookieNotFoundMessage"));
        Page info = Page.of("info").action(false).without("authenticationSession");
        pages.add(info.named("info-signed-out").message("success", "successLogout"));
        pages.add(info.named("info-done").message("success", "accountPasswordUpdatedMessage"));
        pages.add(info.named("info-pending")
                .message("info", "accountUpdatedMessage")
                .with("messageHeader", "updateEmailTitle")
                .with("actionUri", "/realms/micloud/login-actions/action-token?key=x")
                .with("requiredActions", List.of("UPDATE_PASSWORD", "VERIFY_EMAIL")));
        pages.add(info.named("info-redirect")
                .message("success", "accountUpdatedMessage")
                .with("pageRedirectUri", "https://portal.example/back?a=1&b=2"));
        pages.add(info.named("info-password-changed")
                .message("success", "micloudPasswordChanged")
                .with("messageHeader", "micloudPasswordChangedTitle")
                .with("skipLink", true)
                .with("accountUrl", "/realms/micloud/account/"));
        pages.add(info.named("info-skip").message("info", "alreadyLoggedIn").with("skipLink", true));
        Page reset = Page.of("login-reset-password");
        pages.add(reset);
        pages.add(reset.named("reset-missing").error("username", "missingUsernameMessage"));
        pages.add(Page.of("login-page-expired"));
        pages.add(Page.of("login-page-expired").in("es"));
        Page logout = Page.of("logout-confirm").action(false);
        pages.add(logout.with("logoutConfirm", Map.of("code", "abc", "skipLink", false)));
        pages.add(logout.named("logout-confirm-skip").with("logoutConfirm", Map.of("code", "abc", "skipLink", true)));
        signedOutPages(pages);
        pages.add(Page.of("frontchannel-logout")
                .with(
                        "logout",
                        Map.of(
                                "clients",
                                List.of(Map.of("name", "Teamwork", "frontChannelLogoutUrl", "about:blank")),
                                "logoutRedirectUri",
                                "https://portal.example/")));
        pages.add(Page.of("login-update-password").user(USERNAME).message("warning", "updatePasswordMessage"));
        pages.add(Page.of("login-update-password")
                .named("update-password-aia")
                .with("isAppInitiatedAction", true)
                .with("micloud", Map.of("currentPassword", true)));
        pages.add(Page.of("login-update-password")
                .named("update-password-wrong")
                .with("isAppInitiatedAction", true)
                .with("micloud", Map.of("currentPassword", true))
                .error("password", "micloudPasswordWrongNoReset"));
        pages.add(Page.of("login-update-password")
                .named("update-password-mismatch")
                .error("password-confirm", "notMatchPasswordMessage"));
        Page expired = Page.of("login-update-password").micloud(Map.of("expired", true, "username", USERNAME));
        pages.add(expired.named("update-password-expired").message("warning", "updatePasswordMessage"));
        pages.add(expired.named("update-password-expired-missing").error("password", "missingPasswordMessage"));
        pages.add(Page.of("login-update-password")
                .named("change-password")
                .micloud(Map.of(
                        "currentPassword",
                        true,
                        "username",
                        USERNAME,
                        "forgotPasswordUrl",
                        "/realms/micloud/forgotpassword?client_id=a&b=<c>")));
        pages.add(Page.of("login-update-password")
                .named("update-password-chosen")
                .micloud(Map.of("later", true, "username", USERNAME)));
        Page expiry = Page.of("micloud-password-expiry");
        for (int days : List.of(0, 1, 2, 14)) {
            pages.add(expiry.named("password-expiry-" + days).micloud(Map.of("daysLeft", days, "username", USERNAME)));
        }
        pages.add(expiry.in("ar").micloud(Map.of("daysLeft", 11, "username", USERNAME)));
        Page elsewhere = Page.of("micloud-password-elsewhere");
        pages.add(elsewhere.micloud(Map.of(
                "username",
                USERNAME,
                "applicationName",
                "Portal <1>",
                "applicationUrl",
                "https://portal.example/?a=1&b=2")));
        pages.add(elsewhere
                .named("password-none")
                .with("isAppInitiatedAction", true)
                .micloud(Map.of("mode", "none", "username", USERNAME, "forgotPasswordUrl", "/forgotpassword")));
        pages.add(Page.of("login-update-password")
                .named("update-password-rules")
                .with("newPassword", newPassword(-1, passwordRules("", ""))));
        pages.add(Page.of("login-update-password")
                .named("update-password-broken")
                .with("newPassword", newPassword(1, passwordRules("met", "unmet")))
                .error("password-new", "micloudPasswordRulesBroken", 0, 0, 0, 1, 0, 0, 0, "8", "16", "@ ! #"));
        pages.add(Page.of("login-update-password")
                .named("update-password-broken-ar")
                .in("ar")
                .with("newPassword", newPassword(1, passwordRules("met", "unmet"))));
        pages.add(Page.of("saml-post-form")
                .action(false)
                .with(
                        "samlPost",
                        Map.of("url", "https://sp.example/acs", "SAMLResponse", "PHNhbWw+", "relayState", "r")));
    }

    private static void recordPages(List<Page> pages) {
        Page confirm = Page.of("micloud-confirm").action(false).without("authenticationSession", "auth", "client");
        pages.add(confirm.micloud(confirmModel(USERNAME, true, true)));
        pages.add(confirm.named("confirm-username").micloud(confirmModel(USERNAME, true, false)));
        pages.add(confirm.named("confirm-email").micloud(confirmModel(LONG_USERNAME, false, true)));
        pages.add(confirm.named("confirm").in("de").micloud(confirmModel(USERNAME, true, true)));
        Page link = Page.of("micloud-mail-link").action(false).without("authenticationSession", "auth", "client");
        pages.add(link.micloud(mailLinkModel(USERNAME)));
        pages.add(link.named("mail-link-long").micloud(mailLinkModel(LONG_USERNAME)));
        pages.add(link.named("mail-link").in("ar").micloud(mailLinkModel(USERNAME)));
        Page after = Page.of("info").action(false).without("authenticationSession", "client");
        pages.add(after.named("info-mail-link-stayed")
                .with("messageHeader", "micloudMailLinkStayedTitle")
                .with("accountUrl", "/realms/micloud/account/")
                .message("success", "micloudMailLinkStayed", USERNAME));
        pages.add(after.named("info-mail-link-again")
                .with("messageHeader", "micloudMailLinkAgainTitle")
                .with("skipLink", true)
                .message("info", "micloudMailLinkAgain"));
        Page info = Page.of("info")
                .action(false)
                .without("authenticationSession", "client")
                .with("messageHeader", "micloudConfirmedTitle")
                .with("skipLink", true);
        pages.add(info.named("info-confirmed-username").message("success", "micloudConfirmedUsername", USERNAME));
        pages.add(info.named("info-confirmed-email").message("success", "micloudConfirmedEmail", LONG_USERNAME));
        pages.add(info.named("info-confirmed-both").message("success", "micloudConfirmedBoth", USERNAME));
        Page error = Page.of("error").action(false).without("client", "authenticationSession", "auth");
        pages.add(error.named("error-confirm-over").message("error", "micloudConfirmOver"));
        pages.add(error.named("error-confirm-taken").message("error", "micloudConfirmTaken"));

        Page sent = Page.of("micloud-confirm-sent");
        pages.add(sent.micloud(Map.of("addresses", List.of(USERNAME), "username", true, "email", false)));
        pages.add(sent.named("confirm-sent-email")
                .micloud(Map.of("addresses", List.of(LONG_USERNAME), "username", false, "email", true)));
        pages.add(sent.named("confirm-sent-two")
                .micloud(Map.of("addresses", List.of(USERNAME, LONG_USERNAME), "username", true, "email", true)));

        Page proof = Page.of("micloud-own-proof");
        Map<String, Object> own = Map.of("username", USERNAME, "forgotPasswordUrl", "/forgotpassword");
        pages.add(proof.micloud(own));
        pages.add(proof.named("own-proof-wrong").micloud(own).error("password", "micloudPasswordWrong"));
        pages.add(proof.named("own-proof-aia")
                .with("isAppInitiatedAction", true)
                .micloud(Map.of("username", LONG_USERNAME, "forgotPasswordUrl", ""))
                .error("password", "micloudPasswordMissing"));

        Page elsewhere = Page.of("micloud-record-elsewhere");
        Map<String, Object> kept = new HashMap<>(own);
        kept.put("restartUrl", "/realms/micloud/login-actions/restart?client_id=account-portal&tab_id=1");
        kept.put("providers", List.of());
        pages.add(elsewhere.micloud(kept));
        Map<String, Object> application = new HashMap<>(kept);
        application.put("providers", List.of("Contoso <Azure AD>", "Northwind Okta"));
        application.put("applicationName", "Portal <1>");
        application.put("applicationUrl", "https://portal.example/?a=1&b=2");
        pages.add(elsewhere.named("record-elsewhere-application").micloud(application));
        Map<String, Object> nobody = new HashMap<>(application);
        nobody.remove("username");
        pages.add(elsewhere
                .named("record-elsewhere-aia")
                .with("isAppInitiatedAction", true)
                .micloud(nobody));

        Page refused = Page.of("micloud-refused").micloud(Map.of("username", USERNAME, "restartUrl", "/restart"));
        pages.add(refused.named("refused-renamed").message("error", "micloudRefusedRenamed"));
        pages.add(refused.named("refused-own-proof").message("error", "micloudRefusedOwnProof"));
        pages.add(refused.named("refused-realm-closed").message("error", "micloudRefusedRealmClosed"));
        pages.add(Page.of("login-update-profile")
                .named("update-profile-unproved")
                .with(
                        "profile",
                        profileModel(List.of(
                                attribute("username", "${username}", true),
                                attribute("email", "${email}", true),
                                attribute("firstName", "${firstName}", true))))
                .error("username", "missingUsernameMessage")
                .error("email", "invalidEmailMessage")
                .error("firstName", "missingFirstNameMessage"));
    }

    private static Map<String, Object> mailLinkModel(String signedIn) {
        return Map.of(
                "signedIn",
                signedIn,
                "link",
                "0paque-question",
                "action",
                "/realms/micloud/micloud-mail-link",
                "stayUrl",
                "/realms/micloud/micloud-mail-link/stay");
    }

    private static Map<String, Object> confirmModel(String address, boolean username, boolean email) {
        return Map.of(
                "address",
                address,
                "username",
                username,
                "email",
                email,
                "token",
                "0paque-token",
                "action",
                "/realms/micloud/micloud-confirm?a=1&b=2");
    }

    private static Map<String, Object> newPassword(int strength, List<Map<String, Object>> rules) {
        return Map.of(
                "rules",
                rules,
                "strength",
                strength,
                "minimumStrength",
                1,
                "ownNames",
                "jane\ndoe",
                "script",
                "js/password.js",
                "strengthScript",
                "js/strength.js",
                "wordsScript",
                "js/words.js");
    }

    private static List<Map<String, Object>> passwordRules(String length, String special) {
        return List.of(
                passwordRule("length", "micloudPasswordRuleLength", List.of("8", "16"), length),
                passwordRule("special", "micloudPasswordRuleSpecial", List.of("@ ! # $ % & _ - = +"), special),
                passwordRule("different", "micloudPasswordRuleDifferent", List.of(), ""),
                passwordRule("strength", "micloudPasswordRuleStrength", List.of(), ""));
    }

    private static Map<String, Object> passwordRule(
            String name, String messageKey, List<String> messageArguments, String verdict) {
        return Map.of("name", name, "messageKey", messageKey, "messageArguments", messageArguments, "verdict", verdict);
    }

    private static void signedOutPages(List<Page> pages) {
        Page page = Page.of("micloud-signed-out").action(false).without("authenticationSession");
        Map<String, Object> one =
                signedOutModel("https://portal.example/?state=a&b=2", List.of(stay("contoso-azure", "open")));
        pages.add(page.named("signed-out-here").micloud(one));
        pages.add(page.named("signed-out-here").in("ar").micloud(one));
        pages.add(page.named("signed-out-here").in("fr-CA").micloud(one));
        pages.add(page.named("signed-out-there")
                .micloud(signedOutModel("https://portal.example/", List.of(stay("contoso-azure", "ended")))));
        pages.add(page.named("signed-out-failed")
                .micloud(signedOutModel("https://portal.example/", List.of(stay("contoso-azure", "failed"))))
                .message("error", "micloudSignOutThereFailed", "Contoso <Azure AD>"));
        pages.add(page.named("signed-out-unreachable")
                .micloud(signedOutModel("", List.of(stay("contoso-azure", "unreachable")))));
        pages.add(page.named("signed-out-several")
                .without("client")
                .micloud(signedOutModel(
                        "",
                        List.of(
                                stay("contoso-azure", "open"),
                                stay("northwind-okta", "failed"),
                                stay("fabrikam-okta", "ended"),
                                stay("adventure-azure", "unreachable"))))
                .message("error", "micloudSignOutThereFailed", "northwind-okta"));
    }

    private static Map<String, Object> signedOutModel(String back, List<Map<String, Object>> stays) {
        Map<String, Object> model = new HashMap<>();
        model.put("stays", stays);
        model.put("action", "/realms/micloud/micloud-signed-out/there");
        model.put("back", back);
        return model;
    }

    private static Map<String, Object> stay(String alias, String state) {
        return Map.of(
                "alias",
                alias,
                "name",
                alias.equals("contoso-azure") ? "Contoso <Azure AD>" : alias,
                "state",
                state,
                "id",
                "sign-out-there-" + alias);
    }

    private static void secondFactors(List<Page> pages) {
        Map<String, Object> phones = otpModel("Phone", "Tablet");
        Page otp = Page.of("login-otp").user(USERNAME);
        pages.add(otp.with("otpLogin", otpModel("Phone")));
        pages.add(otp.named("otp-several").with("otpLogin", otpModel("Phone", LONG_NAME)));
        pages.add(otp.named("otp-wrong").with("otpLogin", phones).error("totp", "invalidTotpMessage"));
        pages.add(Page.of("login-reset-otp").with("configuredOtpCredentials", phones));
        Page set = Page.of("login-config-totp").with("totp", totpModel());
        pages.add(set);
        pages.add(set.named("config-totp-manual").with("mode", "manual").with("isAppInitiatedAction", true));
        pages.add(set.named("config-totp-wrong")
                .with("mode", "qr")
                .error("totp", "invalidTotpMessage")
                .error("userLabel", "missingTotpDeviceNameMessage"));
        Page offer = Page.of("oid4vc-credential-offer")
                .asForm()
                .with("credentialDisplayName", "Employee ID")
                .with(
                        "credentialOffer",
                        Map.of(
                                "uri",
                                "openid-credential-offer://?credential_offer_uri=https%3A%2F%2Fsignin.example%2Foffer",
                                "qrCode",
                                totpModel().get("totpSecretQrCode")));
        pages.add(offer);
        pages.add(offer.named("credential-offer-by-administrator").with("skipCancelButton", true));
        Map<String, Object> codes = new HashMap<>();
        codes.put(
                "generatedRecoveryAuthnCodesList",
                IntStream.range(0, 12).mapToObj(i -> "ABCDEFGHIJ" + (i + 10)).toList());
        codes.put("generatedRecoveryAuthnCodesAsString", "ABCDEFGHIJ10,ABCDEFGHIJ11");
        codes.put("generatedAt", 1_700_000_000_000L);
        Page recovery = Page.of("login-recovery-authn-code-config").with("recoveryAuthnCodesConfigBean", codes);
        pages.add(recovery);
        pages.add(recovery.named("recovery-codes-aia").with("isAppInitiatedAction", true));
        Page recover = Page.of("login-recovery-authn-code-input")
                .user(USERNAME)
                .with("recoveryAuthnCodesInputBean", Map.of("codeNumber", 3));
        pages.add(recover);
        pages.add(recover.named("recovery-code-wrong").error("recoveryCodeInput", "recovery-codes-error-invalid"));
        pages.add(Page.of("select-authenticator")
                .with("auth", new Beans.Auth(USERNAME, List.of(selection("password"), selection("otp")))));
        Page organizations = Page.of("select-organization").user(USERNAME);
        pages.add(organizations.with("user", Map.of("organizations", organizations(5))));
        pages.add(organizations
                .named("select-organization-many")
                .with("user", Map.of("organizations", organizations(60))));
        pages.add(Page.of("delete-credential").with("credentialLabel", "Phone"));
        Map<String, Object> certificate = Map.of(
                "subjectDN", "CN=Bob,OU=" + LONG_NAME + ",O=Contoso", "isUserEnabled", "true", "username", USERNAME);
        pages.add(Page.of("login-x509-info").with("x509", Map.of("formData", certificate)));
        pages.add(Page.of("login-x509-info")
                .named("x509-nobody")
                .with("x509", Map.of("formData", Map.of("subjectDN", "CN=Nobody")))
                .message("error", "invalidUserMessage"));
    }

    private static Map<String, Object> otpModel(String... labels) {
        return Map.of(
                "userOtpCredentials",
                IntStream.range(0, labels.length)
                        .mapToObj(i -> Map.of("id", String.valueOf(i + 1), "userLabel", labels[i]))
                        .toList(),
                "selectedCredentialId",
                "1");
    }

    private static Map<String, Object> totpModel() {
        Map<String, Object> totp = new HashMap<>();
        totp.put("supportedApplications", List.of("totpAppFreeOTPName", "totpAppMicrosoftAuthenticatorName"));
        totp.put("totpSecret", "secret");
        totp.put("totpSecretEncoded", "ONSW G4TF OQ5W 4ZLS OQ2D GMRR");
        totp.put(
                "totpSecretQrCode",
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
        totp.put("qrUrl", "?mode=qr");
        totp.put("manualUrl", "?mode=manual");
        totp.put("otpCredentials", List.of());
        totp.put("policy", new Beans.OtpPolicy());
        return totp;
    }

    private static List<Map<String, Object>> organizations(int count) {
        return many(count).stream().map(GoldenPages::organization).toList();
    }

    private static void consent(List<Page> pages) {
        pages.add(Page.of("terms"));
        pages.add(Page.of("delete-account-confirm").with("triggered_from_aia", true));
        pages.add(Page.of("code").with("code", Map.of("success", true, "code", "abc")));
        pages.add(Page.of("code")
                .named("code-error")
                .with("code", Map.of("success", false, "error", "denied"))
                .message("error", "access-denied"));
        Page device = Page.of("login-oauth2-device-verify-user-code");
        pages.add(device);
        pages.add(device.named("device-wrong").message("error", "oauth2DeviceInvalidUserCodeMessage"));
        List<Map<String, Object>> scopes = List.of(
                Map.of("consentScreenText", "${profileScopeConsentText}"),
                Map.of("consentScreenText", "${emailScopeConsentText}"),
                Map.of("consentScreenText", "Call records", "parameterizedScopeParameter", LONG_NAME));
        Page grant = Page.of("login-oauth-grant").with("oauth", Map.of("code", "c", "clientScopesRequested", scopes));
        pages.add(grant);
        pages.add(grant.named("oauth-grant-policies")
                .with(
                        "client",
                        Map.of(
                                "clientId",
                                "call-records",
                                "attributes",
                                Map.of(
                                        "tosUri", "https://records.example/terms",
                                        "policyUri", "https://records.example/privacy"))));
    }

    private static void webauthn(List<Page> pages) {
        Page ask = passkeys(Page.of("webauthn-authenticate")).without("enableWebAuthnConditionalUI");
        pages.add(ask.user(USERNAME).with("shouldDisplayAuthenticators", true));
        pages.add(ask.named("webauthn-authenticate-plain").with("shouldDisplayAuthenticators", false));
        pages.add(
                passkeys(Page.of("login-passkeys-conditional-authenticate")).with("shouldDisplayAuthenticators", true));
        Map<String, Object> register = new HashMap<>();
        for (String key : List.of(
                "userid",
                "username",
                "rpEntityName",
                "attestationConveyancePreference",
                "requireResidentKey",
                "residentKey",
                "userVerificationRequirement",
                "excludeCredentialIds")) {
            register.put(key, "x");
        }
        Page page = passkeys(Page.of("webauthn-register"))
                .without("enableWebAuthnConditionalUI")
                .with("signatureAlgorithms", List.of(-7, -257));
        for (Map.Entry<String, Object> entry : register.entrySet()) {
            page = page.with(entry.getKey(), entry.getValue());
        }
        pages.add(page);
        pages.add(page.named("webauthn-register-aia").with("isAppInitiatedAction", "true"));
        pages.add(Page.of("webauthn-error")
                .with("execution", "1")
                .with("isAppInitiatedAction", "true")
                .message("error", "webauthn-error-auth-verification", "x"));
    }

    private static void profile(List<Page> pages) {
        Map<String, Object> profile = profileModel(List.of(
                attribute("username", "${username}", true),
                attribute("email", "${email}", true),
                attribute("firstName", "${firstName}", true),
                attribute("nick", "Nick name", false)));
        for (String template : List.of("login-update-profile", "idp-review-user-profile", "update-email", "register")) {
            Page page = Page.of(template)
                    .with("profile", profile)
                    .with("passwordRequired", true)
                    .with("termsAcceptanceRequired", true);
            pages.add(page);
            pages.add(page.named(template + "-wrong")
                    .with("isAppInitiatedAction", true)
                    .error("email", "invalidEmailMessage")
                    .error("firstName", "error-user-attribute-required", "${firstName}"));
        }
        pages.add(Page.of("register")
                .named("register-refused")
                .with("profile", profile)
                .with("passwordRequired", true)
                .with("termsAcceptanceRequired", true)
                .error("password-confirm", "invalidPasswordConfirmMessage")
                .error("termsAccepted", "termsAcceptanceRequired"));
        pages.add(Page.of("register")
                .named("register-recaptcha")
                .with("profile", profile)
                .with("recaptchaRequired", true)
                .with("recaptchaSiteKey", "key")
                .with("recaptchaAction", "register"));
        pages.add(everyKindOfField(Page.of("login-update-profile")));
        pages.add(everyKindOfField(Page.of("login-update-profile").named("update-profile-kinds-wrong"))
                .error("colour", "error-invalid-value")
                .error("about", "error-invalid-value"));
        Page verify = Page.of("login-verify-email");
        pages.add(verify.with("verifyEmail", USERNAME));
        pages.add(verify.named("verify-email-aia")
                .with("user", Map.of("email", USERNAME))
                .with("isAppInitiatedAction", true));
        pages.add(verify.named("verify-email-again")
                .with("verifyEmail", LONG_USERNAME)
                .with("isAppInitiatedAction", true));
    }

    private static Page everyKindOfField(Page page) {
        Map<String, Object> options = Map.of("options", Map.of("options", List.of("red", "green")));
        return page.named(page.name().equals("login-update-profile") ? "update-profile-kinds" : page.name())
                .with(
                        "profile",
                        profileModel(List.of(
                                kind("about", "textarea", Map.of()),
                                kind("country", "select", options),
                                kind("teams", "multiselect", options),
                                kind("colour", "select-radiobuttons", options),
                                kind("days", "multiselect-checkboxes", options),
                                kind("born", "html5-date", Map.of()),
                                several("phones", true),
                                several("languages", false))));
    }

    private static Map<String, Object> kind(String name, String type, Map<String, Object> validators) {
        Map<String, Object> attribute = attribute(name, "The user’s " + name, true);
        attribute.put("annotations", Map.of("inputType", type, "inputHelperTextBefore", "Before"));
        attribute.put("validators", validators);
        attribute.put("value", type.startsWith("html5") ? "2001-02-03" : "red");
        attribute.put("values", List.of("red"));
        attribute.put(
                "group",
                Map.of(
                        "name", "more",
                        "displayHeader", "More about you",
                        "displayDescription", "Seen by your colleagues",
                        "html5DataAnnotations", Map.of()));
        return attribute;
    }

    private static Map<String, Object> several(String name, boolean readOnly) {
        Map<String, Object> attribute = attribute(name, "The user’s " + name, false);
        attribute.put("multivalued", true);
        attribute.put("values", List.of("100", "200"));
        attribute.put("html5DataAnnotations", Map.of("kcMultivalued", ""));
        attribute.put("readOnly", readOnly);
        return attribute;
    }

    private static Map<String, Object> profileModel(List<Map<String, Object>> attributes) {
        boolean several = attributes.stream().anyMatch(attribute -> Boolean.TRUE.equals(attribute.get("multivalued")));
        return Map.of(
                "attributes", attributes, "html5DataAnnotations", several ? Map.of("kcMultivalued", "") : Map.of());
    }

    private static void brokering(List<Page> pages) {
        for (String template : List.of(
                "login-idp-link-confirm",
                "login-idp-link-confirm-override",
                "login-idp-link-email",
                "link-idp-action")) {
            pages.add(Page.of(template)
                    .with("idpDisplayName", "Contoso Azure AD")
                    .with("brokerContext", Map.of("username", USERNAME))
                    .message("warning", "federatedIdentityConfirmLinkMessage", "email", USERNAME));
        }
        pages.add(Page.of("login-idp-link-confirm")
                .named("idp-link-confirm-only")
                .with("idpDisplayName", LONG_NAME)
                .with("hideReviewButton", true)
                .message("warning", "federatedIdentityConfirmLinkMessage", "email", LONG_USERNAME));
    }

    static Page passkeys(Page page) {
        return page.with("enableWebAuthnConditionalUI", "true")
                .with("isUserIdentified", "false")
                .with("challenge", "challenge")
                .with("userVerification", "preferred")
                .with("rpId", "localhost")
                .with("createTimeout", 1200)
                .with("authenticatorAttachment", "platform")
                .with(
                        "authenticators",
                        Map.of(
                                "authenticators",
                                List.of(
                                        Map.of(
                                                "credentialId",
                                                "1",
                                                "label",
                                                "Key",
                                                "createdAt",
                                                "today",
                                                "transports",
                                                Map.of("iconClass", "usb", "displayNameProperties", List.of("usb"))),
                                        Map.of("credentialId", "2", "label", LONG_NAME, "createdAt", "today"))));
    }

    static Map<String, Object> account(String number, String name, String label) {
        Map<String, Object> account = new HashMap<>();
        account.put("number", number);
        account.put("name", name);
        account.put("selected", false);
        if (label != null) {
            account.put("label", label);
        }
        return account;
    }

    static List<Map<String, Object>> three() {
        return List.of(
                account("100100", "Acme Dental", null),
                account("100200", "Birch & Lane Law", "BIRCH"),
                account("200300", "Northwind Traders", null));
    }

    static List<Map<String, Object>> many(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i ->
                        account(String.valueOf(300_000 + i), "Dental practice " + i, i % 3 == 0 ? "DP-" + i : null))
                .toList();
    }

    static Map<String, Object> accountModel(List<Map<String, Object>> accounts) {
        Map<String, Object> model = new HashMap<>();
        model.put("username", USERNAME);
        model.put("restartUrl", "/realms/micloud/login-actions/restart?client_id=account-portal&tab_id=1");
        model.put("accounts", accounts);
        model.put("accountCount", accounts.size());
        model.put("accountsListed", !accounts.isEmpty());
        return model;
    }

    static Map<String, Object> passwordModel() {
        Map<String, Object> model = new HashMap<>();
        model.put("username", USERNAME);
        model.put("restartUrl", "/realms/micloud/login-actions/restart?client_id=account-portal&tab_id=1");
        model.put("passwordAllowed", true);
        model.put("forgotPassword", true);
        model.put(
                "forgotPasswordUrl",
                "/realms/micloud/login-actions/reset-credentials?client_id=account-portal&tab_id=1");
        return model;
    }

    static Map<String, Object> ssoModel(String mode, boolean passwordAllowed, List<Map<String, Object>> providers) {
        Map<String, Object> model = passwordModel();
        model.put("mode", mode);
        model.put("passwordAllowed", passwordAllowed);
        model.put("providers", providers);
        return model;
    }

    static List<Map<String, Object>> one() {
        return List.of(single("contoso-azure", "Contoso Azure AD"));
    }

    static List<Map<String, Object>> two() {
        return List.of(
                Map.of("alias", "contoso-azure", "name", "Contoso Azure AD", "id", "sso-contoso-azure"),
                Map.of("alias", "contoso-okta", "name", "Contoso Okta", "id", "sso-contoso-okta"));
    }

    static Map<String, Object> single(String alias, String name) {
        return Map.of("alias", alias, "name", name, "id", "sso");
    }

    private static Map<String, Object> provider(String alias, String name) {
        return Map.of("alias", alias, "displayName", name, "loginUrl", "/realms/micloud/broker/" + alias + "/login");
    }

    private static Map<String, Object> selection(String id) {
        return Map.of(
                "authExecId",
                id,
                "iconCssClass",
                "kcAuthenticatorPasswordClass",
                "displayName",
                id + "-display-name",
                "helpText",
                id + "-help-text");
    }

    private static Map<String, Object> organization(Map<String, Object> account) {
        return Map.of("alias", account.get("number"), "name", account.get("name"));
    }

    private static Map<String, Object> attribute(String name, String displayName, boolean required) {
        Map<String, Object> attribute = new HashMap<>();
        attribute.put("name", name);
        attribute.put("displayName", displayName);
        attribute.put("required", required);
        attribute.put("readOnly", false);
        attribute.put("multivalued", false);
        attribute.put("value", "value of " + name);
        attribute.put("values", List.of("value of " + name));
        attribute.put("annotations", Map.of("inputHelperTextBefore", "Before", "inputHelperTextAfter", "After"));
        attribute.put("html5DataAnnotations", Map.of());
        attribute.put("validators", Map.of());
        return attribute;
    }

    private static Map<String, Object> withRegistration(Page page) {
        Map<String, Object> realm = new HashMap<>();
        ((Map<?, ?>) page.model().get("realm")).forEach((key, value) -> realm.put((String) key, value));
        realm.put("registrationAllowed", true);
        realm.put("rememberMe", true);
        return realm;
    }
}
