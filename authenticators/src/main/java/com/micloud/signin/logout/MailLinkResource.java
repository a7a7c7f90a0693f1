package com.micloud.signin.logout;

import com.micloud.signin.keycloak.BrowserSession;
import com.micloud.signin.keycloak.GuardedRealm;
import com.micloud.signin.keycloak.PageLanguage;
import com.micloud.signin.keycloak.PortalAddress;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What answers where somebody opened a mail link in a browser in which somebody else is signed in, and was asked whether to
 * sign out (spec: "Settled points").
 */
public final class MailLinkResource {

    static final String STAY = "stay";

    private static final String ON = "on";
    private static final String LINK = "link";

    private final KeycloakSession session;
    private final RealmModel realm;

    MailLinkResource(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** Signs out who the form asks about, and goes on with the link. Of anybody else the link asks once more. */
    @POST
    public Response signOut() {
        requireGuard();
        PageLanguage.follow(session);
        List<String> values =
                session.getContext().getHttpRequest().getDecodedFormParameters().getOrDefault(LINK, List.of());
        // Of a field that comes twice nobody knows which one is meant.
        Optional<MailLinkQuestion> question = Optional.of(values)
                .filter(all -> all.size() == 1 && !all.get(0).isEmpty())
                .flatMap(all -> MailLinkQuestion.read(session, all.get(0)));
        if (question.isEmpty()) {
            return openAgain();
        }
        MailLink link = question.get().link();
        Optional<UserSessionModel> asked = BrowserSession.of(session, realm).filter(question.get()::isAbout);
        return asked.map(own -> signOut(own, link))
                .orElseGet(() -> Response.seeOther(link.address(session)).build());
    }

    private Response signOut(UserSessionModel ended, MailLink link) {
        new OpenedMailLinks(session).keep(link);
        // As where an application logs the user out: the others are told, and a provider's session is not forgotten.
        ended.setNote(AuthenticationManager.KEYCLOAK_LOGOUT_PROTOCOL, OIDCLoginProtocol.LOGIN_PROTOCOL);
        AuthenticationSessionModel logout = AuthenticationManager.createOrJoinLogoutSession(
                session, realm, new AuthenticationSessionManager(session), ended, true, true);
        logout.setAuthNote(
                OIDCLoginProtocol.LOGOUT_REDIRECT_URI, onward(session).toString());
        return LogoutWithoutProvider.finish(
                session,
                List.of(Optional.of(ended)),
                () -> AuthenticationManager.browserLogout(
                        session,
                        realm,
                        ended,
                        session.getContext().getUri(),
                        session.getContext().getConnection(),
                        session.getContext().getHttpRequest().getHttpHeaders()));
    }

    /** Where a log-out leads that was done for a mail link. */
    static URI onward(KeycloakSession session) {
        return URI.create(
                PortalAddress.of(session, session.getContext().getRealm(), MailLinkResourceFactory.PATH) + "/" + ON);
    }

    /** Opens the link for which this browser's session was ended. */
    @GET
    @Path(ON)
    public Response goOn() {
        requireGuard();
        PageLanguage.follow(session);
        return new OpenedMailLinks(session)
                .take()
                .map(link -> Response.seeOther(link.address(session)).build())
                .orElseGet(this::openAgain);
    }

    /** Says that all is as it was, and what becomes of the link. */
    @GET
    @Path(STAY)
    public Response stay() {
        requireGuard();
        PageLanguage.follow(session);
        return BrowserSession.of(session, realm)
                .map(own -> forms().setAttribute("messageHeader", "micloudMailLinkStayedTitle")
                        .setAttribute(
                                "accountUrl",
                                Urls.accountBase(session.getContext().getUri().getBaseUri())
                                        .path("/")
                                        .build(realm.getName())
                                        .toString())
                        .setSuccess("micloudMailLinkStayed", own.getUser().getUsername())
                        .createInfoPage())
                .orElseGet(this::openAgain);
    }

    private Response openAgain() {
        return forms().setAttribute("messageHeader", "micloudMailLinkAgainTitle")
                .setAttribute("skipLink", true)
                .setInfo("micloudMailLinkAgain")
                .createInfoPage();
    }

    private void requireGuard() {
        if (!GuardedRealm.is(realm)) {
            throw new NotFoundException();
        }
    }

    private LoginFormsProvider forms() {
        return session.getProvider(LoginFormsProvider.class);
    }
}
