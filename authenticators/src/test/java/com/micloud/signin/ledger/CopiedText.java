package com.micloud.signin.ledger;

import java.util.List;
import java.util.Set;

/**
 * A text that our code copies from Keycloak, because Keycloak has no public constant for it, or because it is the name of
 * something stored. No compiler and no check of members notices when Keycloak renames it.
 *
 * @param text what is copied, or the part of a longer text that is
 * @param ours the class of ours that has it
 * @param keycloaks the class of Keycloak that has it, or a method of that name
 * @param test what fails on the running server when Keycloak renames it: class of the acceptance tests, method
 */
record CopiedText(String text, String ours, String keycloaks, String test) {

    private static final String OIDC = "org.keycloak.broker.oidc.OIDCIdentityProviderConfig";
    private static final String OAUTH = "org.keycloak.broker.oidc.OAuth2IdentityProviderConfig";
    private static final String SAML = "org.keycloak.broker.saml.SAMLIdentityProviderConfig";
    private static final String PROVIDER = "org.keycloak.models.IdentityProviderModel";
    private static final String STORE = "org.keycloak.models.IdentityProviderStorageProvider";
    private static final String MESSAGES = "org.keycloak.services.messages.Messages";
    private static final String MANAGER = "org.keycloak.services.managers.AuthenticationManager";
    private static final String REALMS = "org.keycloak.services.resources.RealmsResource";
    private static final String BROKER = "org.keycloak.services.resources.IdentityBrokerService";
    private static final String ACTIONS = "org.keycloak.services.resources.LoginActionsService";

    /** All of them. {@code LedgerTest} finds out when one is missing. */
    static final List<CopiedText> ALL = List.of(
            // Notes, and what is stored with users and clients.
            new CopiedText(
                    "fwMessageError",
                    "LoginActions",
                    "org.keycloak.authentication.AuthenticationProcessor$ForwardedFormMessageType",
                    "CopiedLiteralsIT#forwardedError"),
            new CopiedText(
                    "active_code",
                    "OidcLogout",
                    "org.keycloak.services.managers.CodeGenerateUtil$AuthenticationSessionModelParser",
                    "LogOutIT#twice"),
            new CopiedText(
                    "KC_DEVICE_NOTE",
                    "SessionLabel",
                    "org.keycloak.device.DeviceActivityManager",
                    "SeenSessionsIT#device"),
            new CopiedText(
                    "client_request_param_",
                    "Entry",
                    "org.keycloak.protocol.oidc.endpoints.AuthorizationEndpoint",
                    "RefreshIT#table"),
            new CopiedText(
                    "client_request_param_",
                    "Hints",
                    "org.keycloak.protocol.oidc.endpoints.AuthorizationEndpoint",
                    "HintsIT#accountHint"),
            new CopiedText("kc_idp_hint", "Hints", "org.keycloak.constants.AdapterConstants", "HintsIT#idpHintOfOwn"),
            new CopiedText("emailverified", "MappedUser", "org.keycloak.models.UserModel", "CopiedLiteralsIT#record"),
            new CopiedText("kc.", "MappedUser", "org.keycloak.models.UserModel", "CopiedLiteralsIT#record"),
            new CopiedText(
                    "login_theme",
                    "ClientThemes",
                    "org.keycloak.theme.DefaultThemeSelectorProvider",
                    "OtherThemesIT#unguarded"),
            new CopiedText(
                    "oauth2.device.authorization.grant.enabled",
                    "ClientApplications",
                    "org.keycloak.models.OAuth2DeviceConfig",
                    "OtherGrantsIT#eachItsOwn"),
            new CopiedText(
                    "Other",
                    "SeenBrowser",
                    "org.keycloak.representations.account.DeviceRepresentation",
                    "CopiedLiteralsIT#unknownBrowser"),
            // Settings of providers.
            new CopiedText(
                    "oidc",
                    "ProviderTrust",
                    "org.keycloak.broker.oidc.OIDCIdentityProviderFactory",
                    "CopiedLiteralsIT#discovered"),
            new CopiedText(
                    "saml",
                    "ProviderTrust",
                    "org.keycloak.broker.saml.SAMLIdentityProviderFactory",
                    "CopiedLiteralsIT#described"),
            new CopiedText("validateSignature", "ProviderTrust", OIDC, "CopiedLiteralsIT#discovered"),
            new CopiedText("useJwksUrl", "ProviderTrust", OIDC, "CopiedLiteralsIT#discovered"),
            new CopiedText("jwksUrl", "ProviderTrust", OIDC, "CopiedLiteralsIT#discovered"),
            new CopiedText(
                    "publicKeySignatureVerifier",
                    "ProviderTrust",
                    "org.keycloak.broker.jwtauthorizationgrant.JWTAuthorizationGrantConfig",
                    "CopiedLiteralsIT#ownKey"),
            new CopiedText("signingCertificate", "ProviderTrust", SAML, "CopiedLiteralsIT#described"),
            new CopiedText("useMetadataDescriptorUrl", "ProviderTrust", SAML, "CopiedLiteralsIT#metadata"),
            new CopiedText("metadataDescriptorUrl", "ProviderTrust", PROVIDER, "CopiedLiteralsIT#metadata"),
            new CopiedText("logoutUrl", "PendingLogouts", OIDC, "CopiedLiteralsIT#discovered"),
            new CopiedText("singleLogoutServiceUrl", "PendingLogouts", SAML, "CopiedLiteralsIT#described"),
            new CopiedText("clientId", "AuthorizationAddress", OAUTH, "CopiedLiteralsIT#encoded"),
            new CopiedText("defaultScope", "AuthorizationAddress", OAUTH, "UsernameCharactersIT#others"),
            new CopiedText("prompt", "AuthorizationAddress", OAUTH, "CopiedLiteralsIT#encoded"),
            // Methods that a proxy answers by their names.
            new CopiedText("getByAlias", "ProviderStore", STORE, "ProviderRecordIT#refused"),
            new CopiedText("getMappersByAliasStream", "ProviderStore", STORE, "ProviderRecordIT#refused"),
            new CopiedText("close", "ProviderStore", "org.keycloak.provider.Provider", "ProviderRecordIT#refused"),
            // Options of the server: Keycloak's own factories keep what they read to themselves.
            new CopiedText(
                    "knownProtocols",
                    "GuardedSamlProtocolFactory",
                    "org.keycloak.protocol.saml.SamlProtocolFactory",
                    "CopiedLiteralsIT#stillThere"),
            new CopiedText(
                    "knownProtocols",
                    "SamlProviderFactory",
                    "org.keycloak.broker.saml.SAMLIdentityProviderFactory",
                    "CopiedLiteralsIT#stillThere"),
            // Keys of messages whose texts are Keycloak's.
            new CopiedText(
                    "error-username-invalid-character",
                    "UsernameValidator",
                    "org.keycloak.userprofile.validator.UsernameProhibitedCharactersValidator",
                    "CopiedLiteralsIT#texts"),
            new CopiedText("usernameExistsMessage", "NameProblems", MESSAGES, "RecordChangeIT#somebodyElses"),
            new CopiedText("emailExistsMessage", "NameProblems", MESSAGES, "RecordChangeIT#somebodyElses"),
            new CopiedText("resetCredentialNotAllowedMessage", "ResetCodeStep", MESSAGES, "CopiedLiteralsIT#texts"),
            new CopiedText("resetCredentialNotAllowedMessage", "ResetUsernameStep", MESSAGES, "CopiedLiteralsIT#texts"),
            // Templates, their attributes, and fields of forms.
            new CopiedText(
                    "login-page-expired.ftl",
                    "SignInForms",
                    "org.keycloak.forms.login.freemarker.Templates",
                    "PageLanguageIT#expired"),
            new CopiedText(
                    "register.ftl",
                    "PageFacts",
                    "org.keycloak.forms.login.freemarker.Templates",
                    "PasswordRulesIT#registration"),
            new CopiedText("messageHeader", "Page", MANAGER, "CopiedLiteralsIT#endOfMail"),
            new CopiedText("pageRedirectUri", "Page", MANAGER, "CopiedLiteralsIT#endOfMail"),
            new CopiedText(
                    "authenticationSession",
                    "FormFacts",
                    "org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProvider",
                    "CopiedLiteralsIT#watched"),
            new CopiedText(
                    "password-new",
                    "PageFacts",
                    "org.keycloak.authentication.requiredactions.UpdatePassword",
                    "OtherPages#updatePassword"),
            new CopiedText(
                    "password-confirm",
                    "PasswordForm",
                    "org.keycloak.authentication.requiredactions.UpdatePassword",
                    "OtherPages#updatePassword"),
            // Parts of addresses.
            new CopiedText("action-token", "MailLink", ACTIONS, "MailLinksIT#goesOn"),
            new CopiedText(
                    "registrations",
                    "MailLink",
                    "org.keycloak.protocol.oidc.OIDCLoginProtocolService",
                    "MailLinksIT#goesOn"),
            new CopiedText("login-actions", "SignInForms", REALMS, "CopiedLiteralsIT#addresses"),
            new CopiedText("/endpoint", "CallbackRequest", BROKER, "UnsolicitedAnswersIT#oidc"),
            new CopiedText("broker", "ProviderStore", REALMS, "ProviderRecordIT#refused"),
            new CopiedText("/endpoint", "ProviderLinks", BROKER, "ProviderLinksIT#notByAction"),
            new CopiedText("account", "ProviderLinks", REALMS, "ProviderLinksIT#notUnlinkedByUser"),
            new CopiedText(
                    "logout_response",
                    "ProviderLogout",
                    "org.keycloak.broker.oidc.OIDCIdentityProvider$OIDCEndpoint",
                    "ProviderLogOutIT#endsIt"),
            new CopiedText(
                    "reset-password",
                    "PasswordMails",
                    "org.keycloak.services.resources.admin.UserResource",
                    "PasswordMailIT#administrator"));

    /** Words that Keycloak has too, for something else or from the same standard; and names that our own pages read. */
    static final Set<String> OWN_WORDS = Set.of(
            " and ",
            ".properties",
            "ACCOUNT_DISABLED",
            "ACTION",
            "ADMIN",
            "CANCELLED",
            "Cache-Control",
            "FAILED",
            "GET",
            "MOBILE",
            "OTHER",
            "POST",
            "SESSION",
            "USERNAME",
            "USER_DISABLED",
            "UTC",
            "X-Content-Type-Options",
            "_ERROR",
            "class",
            "client",
            "count",
            "env.",
            "failed",
            "hash",
            "height",
            "https",
            "icon",
            "is",
            "json",
            "label",
            "link",
            "login-password.ftl",
            "login-update-password.ftl",
            "login-username.ftl",
            "logo",
            "mode",
            "no",
            "no-store",
            "nosniff",
            "policy",
            "previous_username",
            "provider",
            "query",
            "rememberMe",
            "requester",
            "result",
            "text",
            "time",
            "title",
            "token_endpoint",
            "updated_username",
            "userinfo",
            "width",
            "yes");
}
