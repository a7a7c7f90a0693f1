package com.micloud.signin.acceptance.hostile;

import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.application.SamlApplication;
import com.micloud.signin.acceptance.harness.plain.PlainBrowser;
import com.micloud.signin.acceptance.harness.portal.Account;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import com.micloud.signin.acceptance.harness.provider.StandInSamlProvider;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The people, accounts, applications and providers among which hostile requests are sent. */
final class Scene implements AutoCloseable {
    /** Where the providers ask people to sign in. Nothing listens there: browsers of the tests stop before it. */
    static final String AT_PROVIDER = "http://127.0.0.1:9998/sign-in";

    final Portal portal;
    final OidcApplication application;
    final OidcApplication confidential;
    final SamlApplication samlApplication;
    final User user;
    final Account first;
    final Account second;
    final User enterprise;
    final User sentToOidc;
    final User sentToSaml;
    final User expired;
    final StandInOidcProvider oidc = new StandInOidcProvider();
    final StandInSamlProvider saml;
    final String secret;
    final String unsolicited;
    final URI styleSheet;

    Scene(Portal portal) {
        this.portal = portal;
        var admin = portal.admin();
        application = OidcApplication.made(portal);
        confidential = OidcApplication.of(portal, admin.confidentialApplication(Map.of()));
        samlApplication = SamlApplication.of(portal, "support-site");
        user = admin.user();
        first = admin.account("password");
        second = admin.account("password", "Label " + Names.word());
        admin.join(user, first, second);
        var password = admin.account("password");
        expired = admin.user();
        admin.join(expired, password);
        admin.demand(expired, "UPDATE_PASSWORD");
        saml = new StandInSamlProvider(portal);
        secret = admin.secret(confidential.clientId());
        unsolicited = saml.unsolicited().get("SAMLResponse");
        styleSheet = URI.create(new PlainBrowser()
                .open(application.begin().url())
                .document()
                .select("link[rel=stylesheet]")
                .get(0)
                .absUrl("href"));
        enterprise = admin.userWithoutPassword();
        sentToOidc = admin.userWithoutPassword();
        sentToSaml = admin.userWithoutPassword();
        var preferred = admin.account("sso-preferred");
        admin.join(enterprise, preferred);
        admin.join(sentToOidc, requiring(oidc.representation(), "authorizationUrl"));
        admin.join(sentToSaml, requiring(saml.representation(), "singleSignOnServiceUrl"));
        try (var another = new StandInOidcProvider()) {
            admin.provider(preferred, elsewhere(another.representation(), "authorizationUrl"));
        }
    }

    private Account requiring(Map<String, Object> provider, String address) {
        var account = portal.admin().account("sso-required");
        portal.admin().provider(account, elsewhere(provider, address));
        return account;
    }

    private static Map<String, Object> elsewhere(Map<String, Object> provider, String address) {
        var config = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) provider.get("config")).forEach((key, value) -> config.put((String) key, value));
        config.put(address, AT_PROVIDER);
        var moved = new LinkedHashMap<>(provider);
        moved.put("config", config);
        return moved;
    }

    /** What was saved and must be the same after all attacks. */
    List<Object> saved() {
        var admin = portal.admin();
        return List.of(
                admin.get("/users/" + user.id()),
                admin.get("/users/" + user.id() + "/credentials").size(),
                admin.get("/users/" + expired.id()),
                admin.get("/users/count"),
                admin.get("/organizations/" + first.id()),
                admin.get("/organizations/" + first.id() + "/members").size(),
                admin.get("/organizations/count"),
                admin.links(sentToOidc),
                admin.get("/clients").size(),
                admin.get("/identity-provider/instances").size(),
                admin.get(""));
    }

    @Override
    public void close() {
        oidc.close();
        saml.close();
    }
}
