package com.micloud.signin.logout;

import com.micloud.signin.keycloak.BrowserSession;
import com.micloud.signin.keycloak.GuardedRealm;
import com.micloud.signin.keycloak.PageLanguage;
import com.micloud.signin.keycloak.PortalAddress;
import com.micloud.signin.keycloak.RealmResourceFactory;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;

/**
 * Puts the answers to the question whether to sign somebody out for a mail link at {@code /realms/<realm>/micloud-mail-link}.
 */
public final class MailLinkResourceFactory extends RealmResourceFactory {

    static final String PATH = "micloud-mail-link";

    public MailLinkResourceFactory() {
        super(PATH, MailLinkResource::new);
    }

    /**
     * The page that offers to sign out whoever is signed in to this browser and to go on with the link that this request
     * opens; empty where nobody else is signed in, or no link is opened.
     *
     * @param userId whom the link is for; empty where nobody who could be signed in
     */
    public static Optional<Response> question(KeycloakSession session, Optional<String> userId) {
        RealmModel realm = session.getContext().getRealm();
        return MailLink.opened(session).filter(link -> GuardedRealm.is(realm)).flatMap(link -> BrowserSession.of(
                        session, realm)
                .filter(own -> userId.filter(own.getUser().getId()::equals).isEmpty())
                .map(own -> draw(session, link, own)));
    }

    private static Response draw(KeycloakSession session, MailLink link, UserSessionModel own) {
        PageLanguage.follow(session);
        String address =
                PortalAddress.of(session, session.getContext().getRealm(), PATH).toString();
        // In pages of its own: Keycloak may have put an error into those of this request.
        LoginFormsProvider forms = session.getKeycloakSessionFactory()
                .getProviderFactory(LoginFormsProvider.class)
                .create(session);
        return forms.setAttribute(
                        "micloud",
                        Map.of(
                                "signedIn",
                                own.getUser().getUsername(),
                                "action",
                                address,
                                "stayUrl",
                                address + "/" + MailLinkResource.STAY,
                                "link",
                                MailLinkQuestion.text(session, own, link)))
                .createForm("micloud-mail-link.ftl");
    }
}
