package com.micloud.signin.acceptance.hostile;

import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.saml.SamlXml;
import java.net.URI;
import java.util.List;

/** What takes requests from strangers: for each an honest request, and the names of what can be spoilt in it. */
enum Target {
    AUTHORIZE(
            Stage.NOTHING,
            Names.AUTHORIZATION,
            "",
            (scene, live) -> Draft.get(scene.application.begin().url())),
    AUTHORIZE_BY_POST(Stage.NOTHING, "", Names.AUTHORIZATION, (scene, live) -> {
        var draft = Draft.post(scene.portal.oidc("auth"));
        Parameters.of(scene.application.begin().url()).forEach(draft::field);
        return draft;
    }),
    AUTHORIZE_SIGNED_IN(
            Stage.SIGNED_IN,
            "prompt max_age login_hint account_hint kc_action id_token_hint claims acr_values ui_locales",
            "",
            (scene, live) -> live.sent(Draft.get(scene.application.begin().url()), scene.portal.issuer())),
    USERNAME(
            Stage.USERNAME,
            Names.LOGIN_ACTION,
            "username rememberMe login credentialId tryAnotherWay",
            (scene, live) -> live.sent(Draft.post(live.action()), live.action()).field("username", "nobody")),
    ACCOUNTS(
            Stage.ACCOUNTS,
            Names.LOGIN_ACTION,
            "account accountIdentifier tryAnotherWay authenticationExecution switchOrganization",
            (scene, live) -> live.sent(Draft.post(live.action()), live.action())
                    .field("account", "")
                    .field("accountIdentifier", "none")),
    PASSWORD(
            Stage.PASSWORD,
            "session_code tab_id",
            "password username method provider authenticationExecution",
            (scene, live) -> live.sent(Draft.post(live.action()), live.action())
                    .field("username", "nobody")
                    .field("password", "Wrong-one1")),
    SINGLE_SIGN_ON(Stage.SINGLE_SIGN_ON, Names.LOGIN_ACTION, "provider method password", (scene, live) -> live.sent(
                    Draft.post(live.action()), live.action())
            .field("provider", "none")),
    AUTHENTICATE(
            Stage.USERNAME,
            Names.LOGIN_ACTION,
            "",
            (scene, live) -> live.sent(Draft.get(live.action()), live.action())),
    RESTART(Stage.USERNAME, Names.LOGIN_ACTION + " skip_logout", "", (scene, live) -> action(live, "restart")),
    FORGOTTEN_PAGE(
            Stage.USERNAME,
            Names.LOGIN_ACTION + " redirect_uri key",
            "",
            (scene, live) -> action(live, "reset-credentials")),
    FORGOTTEN(Stage.FORGOTTEN, Names.LOGIN_ACTION + " key", "username", (scene, live) -> live.sent(
                    Draft.post(live.action()), live.action())
            .field("username", "nobody")),
    FORGOTTEN_ADDRESS(
            Stage.NOTHING, "client_id redirect_uri login_hint ui_locales kc_locale", "", (scene, live) -> Draft.get(
                            scene.portal.realm("forgotpassword"))
                    .query("client_id", scene.application.clientId())
                    .query("login_hint", "nobody")),
    RESET_CODE(Stage.RESET_CODE, Names.LOGIN_ACTION + " key", "code again", (scene, live) -> live.sent(
                    Draft.post(live.action()), live.action())
            .field("code", "000000")),
    NEW_PASSWORD(
            Stage.NEW_PASSWORD,
            Names.LOGIN_ACTION,
            "password-new password-confirm password logout-sessions cancel-aia username",
            (scene, live) -> live.sent(Draft.post(live.action()), live.action())
                    .field("password-new", "one")
                    .field("password-confirm", "another")),
    CHANGE_PASSWORD_PAGE(
            Stage.NOTHING, "client_id redirect_uri login_hint ui_locales kc_locale", "", (scene, live) -> Draft.get(
                            scene.portal.realm("changepassword"))
                    .query("client_id", scene.application.clientId())
                    .query("redirect_uri", OidcApplication.CALLBACK.toString())),
    PASSWORD_OWNER(Stage.PASSWORD_OWNER, Names.LOGIN_ACTION, "username", (scene, live) -> live.sent(
                    Draft.post(live.action()), live.action())
            .field("username", "nobody")),
    CHANGE_PASSWORD(
            Stage.CHANGE_PASSWORD,
            "session_code tab_id",
            "password password-new password-confirm username cancel-aia",
            (scene, live) -> live.sent(Draft.post(live.action()), live.action())
                    .field("password", "Wrong-one1")
                    .field("password-new", "one")
                    .field("password-confirm", "another")),
    REQUIRED_ACTION(Stage.USERNAME, Names.LOGIN_ACTION, "", (scene, live) -> action(live, "required-action")),
    ACTION_TOKEN(Stage.USERNAME, Names.LOGIN_ACTION + " key", "", (scene, live) -> action(live, "action-token")
            .query("key", "x")),
    DETACHED_INFO(Stage.USERNAME, "state_checker kc_locale", "", (scene, live) -> action(live, "detached-info")
            .query("state_checker", "x")),
    REGISTRATION(Stage.USERNAME, Names.LOGIN_ACTION + " token", "", (scene, live) -> action(live, "registration")),
    FIRST_BROKER_LOGIN(Stage.USERNAME, Names.LOGIN_ACTION, "", (scene, live) -> action(live, "first-broker-login")),
    POST_BROKER_LOGIN(Stage.USERNAME, Names.LOGIN_ACTION, "", (scene, live) -> action(live, "post-broker-login")),
    TO_PROVIDER(Stage.AT_OIDC_PROVIDER, Names.LOGIN_ACTION + " login_hint", "", (scene, live) -> {
        var address = scene.portal.realm("broker/" + scene.oidc.alias() + "/login");
        return live.sent(Draft.get(address), address)
                .query("client_id", scene.application.clientId())
                .query("tab_id", "x")
                .query("session_code", "x");
    }),
    FROM_PROVIDER(
            Stage.AT_OIDC_PROVIDER,
            "state code error error_description session_state iss RelayState SAMLResponse",
            "",
            (scene, live) -> {
                var address = scene.portal.realm("broker/" + scene.oidc.alias() + "/endpoint");
                return live.sent(Draft.get(address), address)
                        .query("state", Parameters.of(live.address()).get("state"))
                        .query("code", "x");
            }),
    FROM_PROVIDER_WITH_ERROR(Stage.AT_OIDC_PROVIDER, "state error error_description iss", "", (scene, live) -> {
        var address = scene.portal.realm("broker/" + scene.oidc.alias() + "/endpoint");
        return live.sent(Draft.get(address), address)
                .query("state", Parameters.of(live.address()).get("state"))
                .query("error", "access_denied");
    }),
    FROM_SAML_PROVIDER(
            Stage.AT_SAML_PROVIDER,
            "SAMLResponse RelayState",
            "SAMLResponse RelayState SAMLRequest SAMLart",
            (scene, live) -> live.sent(Draft.post(scene.saml.consumer()), scene.saml.consumer())
                    .field("SAMLResponse", scene.unsolicited)
                    .field("RelayState", Parameters.of(live.address()).get("RelayState"))),
    FROM_SAML_PROVIDER_BY_GET(
            Stage.AT_SAML_PROVIDER,
            "SAMLResponse RelayState SAMLRequest SAMLart SigAlg Signature",
            "",
            (scene, live) -> live.sent(Draft.get(scene.saml.consumer()), scene.saml.consumer())
                    .query("SAMLResponse", "x")
                    .query("RelayState", Parameters.of(live.address()).get("RelayState"))),
    UNSOLICITED(Stage.NOTHING, "RelayState", "SAMLResponse RelayState", (scene, live) -> Draft.post(
                    URI.create(scene.saml.consumer() + "/clients/support-site"))
            .field("SAMLResponse", scene.unsolicited)),
    SAML(
            Stage.NOTHING,
            Names.SAML,
            "",
            (scene, live) -> Draft.get(scene.samlApplication.begin().url())),
    SAML_BY_POST(Stage.NOTHING, "SAMLRequest RelayState", Names.SAML, (scene, live) -> {
        var sent = Parameters.of(scene.samlApplication.begin().url());
        return Draft.post(scene.portal.realm("protocol/saml"))
                .field("SAMLRequest", SamlXml.encode(SamlXml.inflate(sent.get("SAMLRequest"))))
                .field("RelayState", sent.get("RelayState"));
    }),
    SAML_FROM_PROVIDER(
            Stage.NOTHING,
            "RelayState",
            "",
            (scene, live) -> Draft.get(scene.portal.realm("protocol/saml/clients/support-site"))),
    LOGOUT(
            Stage.SIGNED_IN,
            "id_token_hint post_logout_redirect_uri state client_id ui_locales logout_hint initiating_idp redirect_uri kc_locale",
            "",
            (scene, live) -> live.sent(Draft.get(scene.portal.oidc("logout")), scene.portal.oidc("logout"))
                    .query("client_id", scene.application.clientId())),
    LOGOUT_BY_POST(
            Stage.NOTHING,
            "",
            "id_token_hint post_logout_redirect_uri state client_id ui_locales refresh_token client_secret logout_token",
            (scene, live) -> Draft.post(scene.portal.oidc("logout"))
                    .field("client_id", scene.application.clientId())
                    .field("refresh_token", "x")),
    LOGOUT_CONFIRMATION(
            Stage.LOGGING_OUT,
            "session_code client_id tab_id client_data",
            "session_code confirmLogout",
            (scene, live) -> live.sent(Draft.post(live.action()), live.action()).field("session_code", "x")),
    BACKCHANNEL_LOGOUT(Stage.NOTHING, "", "logout_token", (scene, live) -> Draft.post(
                    scene.portal.oidc("logout/backchannel-logout"))
            .field("logout_token", "x")),
    FRONTCHANNEL_LOGOUT(
            Stage.NOTHING,
            "state sid iss",
            "",
            (scene, live) ->
                    Draft.get(scene.portal.realm("broker/" + scene.oidc.alias() + "/endpoint/logout_response"))),
    TOKEN(
            Stage.NOTHING,
            "grant_type client_id",
            "grant_type client_id code redirect_uri code_verifier client_secret client_assertion client_assertion_type"
                    + " scope app_version",
            (scene, live) -> Draft.post(scene.portal.oidc("token"))
                    .field("grant_type", "authorization_code")
                    .field("client_id", scene.application.clientId())
                    .field("redirect_uri", OidcApplication.CALLBACK.toString())
                    .field("code", "x")
                    .field("code_verifier", "x".repeat(43))),
    REFRESH(Stage.NOTHING, "", "refresh_token client_id scope app_version audience", (scene, live) -> Draft.post(
                    scene.portal.oidc("token"))
            .field("grant_type", "refresh_token")
            .field("client_id", scene.application.clientId())
            .field("refresh_token", "x")),
    OTHER_GRANTS(
            Stage.NOTHING,
            "",
            "grant_type username password subject_token subject_token_type requested_subject assertion device_code auth_req_id",
            (scene, live) -> Draft.post(scene.portal.oidc("token"))
                    .field("grant_type", "password")
                    .field("client_id", scene.application.clientId())
                    .field("username", "nobody")
                    .field("password", "Wrong-one1")),
    USERINFO(Stage.NOTHING, "access_token", "access_token", (scene, live) -> Draft.post(scene.portal.oidc("userinfo"))
            .field("access_token", "x")),
    USERINFO_BY_GET(Stage.NOTHING, "access_token", "", (scene, live) -> Draft.get(scene.portal.oidc("userinfo"))
            .header("Authorization", "Bearer x")),
    INTROSPECT(Stage.NOTHING, "", "token token_type_hint client_id client_secret", (scene, live) -> Draft.post(
                    scene.portal.oidc("token/introspect"))
            .field("client_id", scene.confidential.clientId())
            .field("client_secret", scene.secret)
            .field("token", "x")),
    REVOKE(Stage.NOTHING, "", "token token_type_hint client_id", (scene, live) -> Draft.post(
                    scene.portal.oidc("revoke"))
            .field("client_id", scene.application.clientId())
            .field("token", "x")),
    PUSHED_REQUEST(Stage.NOTHING, "", Names.AUTHORIZATION, (scene, live) -> {
        var draft = Draft.post(scene.portal.oidc("ext/par/request"));
        Parameters.of(scene.application.begin().url()).forEach(draft::field);
        return draft;
    }),
    DEVICE(Stage.NOTHING, "user_code", "client_id scope code_challenge", (scene, live) -> Draft.post(
                    scene.portal.oidc("auth/device"))
            .field("client_id", "teamwork-web")),
    OUT_OF_BAND(Stage.NOTHING, "code error error_description kc_locale", "", (scene, live) -> Draft.get(
                    scene.portal.oidc("oauth/oob"))
            .query("error", "x")),
    STATUS_FRAME(Stage.NOTHING, "client_id origin session_state version", "", (scene, live) -> Draft.get(
                    scene.portal.oidc("login-status-iframe.html/init"))
            .query("client_id", scene.application.clientId())
            .query("origin", "http://127.0.0.1:9999")),
    THIRD_PARTY_COOKIES(
            Stage.NOTHING, "version", "", (scene, live) -> Draft.get(scene.portal.oidc("3p-cookies/step1.html"))),
    APPLICATION(
            Stage.NOTHING,
            "kc_locale",
            "",
            (scene, live) -> Draft.get(scene.portal.realm("clients/" + scene.application.clientId() + "/redirect"))),
    ACCOUNT_CONSOLE(Stage.NOTHING, "referrer referrer_uri kc_locale", "", (scene, live) -> Draft.get(
                    scene.portal.realm("account"))
            .header("Accept", "text/html")),
    DISCOVERY(
            Stage.NOTHING, "x", "", (scene, live) -> Draft.get(scene.portal.realm(".well-known/openid-configuration"))),
    DEMO(Stage.NOTHING, "state client_id", "", (scene, live) -> Draft.get(scene.portal.realm("demo"))),
    DEMO_START(
            Stage.NOTHING,
            "client_id",
            "client_id login_hint account_hint prompt app_version kc_action",
            (scene, live) -> Draft.post(scene.portal.realm("demo/start")).field("client_id", "teamwork-web")),
    DEMO_CALLBACK(Stage.NOTHING, "state code error error_description iss session_state", "", (scene, live) -> Draft.get(
                    scene.portal.realm("demo/callback"))
            .query("state", "x")),
    DEMO_APPLICATION(Stage.NOTHING, "client_id", "", (scene, live) -> Draft.get(scene.portal.realm("demo/application"))
            .query("client_id", "x")),
    DEMO_REFRESH(
            Stage.NOTHING, "", "client_id app_version", (scene, live) -> Draft.post(scene.portal.realm("demo/refresh"))
                    .field("client_id", "teamwork-web")),
    DEMO_SAML(Stage.NOTHING, "", "SAMLResponse SAMLRequest RelayState", (scene, live) -> Draft.post(
                    scene.portal.realm("demo/saml"))
            .field("SAMLResponse", scene.unsolicited)),
    DEMO_SAML_BY_GET(
            Stage.NOTHING, "SAMLResponse SAMLRequest RelayState SigAlg Signature", "", (scene, live) -> Draft.get(
                            scene.portal.realm("demo/saml"))
                    .query("SAMLResponse", "x")),
    STYLES(Stage.NOTHING, "x", "", (scene, live) -> Draft.get(scene.styleSheet));

    /** Makes the honest request. */
    private interface Drafting {
        Draft draft(Scene scene, Live live);
    }

    private interface Names {
        String LOGIN_ACTION = "session_code execution client_id tab_id client_data auth_session_id kc_locale";
        String AUTHORIZATION = "client_id response_type scope redirect_uri state nonce code_challenge"
                + " code_challenge_method login_hint account_hint kc_idp_hint prompt max_age ui_locales kc_locale"
                + " acr_values claims claims_locales request request_uri app_version kc_action response_mode display"
                + " id_token_hint authorization_details dpop_jkt client_data tab_id execution registration resource";
        String SAML = "SAMLRequest RelayState SigAlg Signature SAMLResponse SAMLart kc_locale";
    }

    private final Stage stage;
    private final String query;
    private final String body;

    @SuppressWarnings("ImmutableEnumChecker") // A lambda that holds nothing.
    private final Drafting drafting;

    Target(Stage stage, String query, String body, Drafting drafting) {
        this.stage = stage;
        this.query = query;
        this.body = body;
        this.drafting = drafting;
    }

    Stage stage() {
        return stage;
    }

    /** The names of the parameters that are attacked on one side of the request. */
    List<String> names(Draft.Side side) {
        var names = side == Draft.Side.QUERY ? query : body;
        return names.isEmpty() ? List.of() : List.of(names.split(" ", -1));
    }

    /** Whether the honest request is posted. */
    boolean posts() {
        return !body.isEmpty();
    }

    /** The honest request of a browser at this stage. */
    Draft draft(Scene scene, Live live) {
        return drafting.draft(scene, live);
    }

    private static Draft action(Live live, String action) {
        var parameters = Parameters.of(live.action());
        var address = URI.create(live.action().toString().replaceFirst("/authenticate\\?.*", "/" + action));
        var draft = live.sent(Draft.get(address), address);
        List.of("client_id", "tab_id", "client_data").forEach(name -> draft.query(name, parameters.get(name)));
        return draft;
    }
}
