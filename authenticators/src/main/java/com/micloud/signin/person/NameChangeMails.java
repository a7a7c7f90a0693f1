package com.micloud.signin.person;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.micloud.signin.keycloak.PageLanguage;
import com.micloud.signin.keycloak.PortalAddress;
import com.micloud.signin.password.mail.LaterMail;
import com.micloud.signin.password.mail.Outbox;
import com.micloud.signin.password.mail.SeenBrowser;
import com.micloud.signin.password.mail.UserMail;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The mails about a new username or e-mail address. They are sent after the request is committed. */
final class NameChangeMails {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final String language;
    private final Outbox outbox;

    NameChangeMails(KeycloakSession session, UserModel user) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.user = user;
        this.language = session.getContext().resolveLocale(user).toLanguageTag();
        this.outbox = Outbox.of(session);
    }

    /** Sends the new address the link with which it is confirmed. */
    void askToConfirm(NameChange change, ChangeToken token) {
        URI page = PortalAddress.of(session, realm, ConfirmResourceFactory.PATH);
        Map<String, Object> facts = new HashMap<>();
        facts.put("address", change.address());
        facts.put("forUsername", change.username());
        facts.put("forEmail", change.email());
        facts.put(
                "link",
                UriBuilder.fromUri(page)
                        .queryParam(ConfirmResource.TOKEN, session.tokens().encode(token))
                        .queryParam(PageLanguage.PARAMETER, language)
                        .build()
                        .toString());
        facts.put("linkMinutes", String.valueOf(Math.max(1, SECONDS.toMinutes(ChangeToken.lifespan(realm)))));
        send(new UserMail(
                language, "micloudMailConfirmSubject", "micloud-confirm-address.ftl", facts, change.address()));
    }

    /**
     * Tells the old address.
     *
     * @param old empty where there is none
     * @param done whether the change counts now; else it was asked for
     */
    void tell(NameChange change, String old, boolean done) {
        if (old.isEmpty()) {
            return;
        }
        Map<String, Object> facts = new HashMap<>();
        facts.put("when", Time.currentTimeMillis());
        facts.put("newAddress", change.address());
        facts.put("forUsername", change.username());
        facts.put("forEmail", change.email());
        facts.put("done", done);
        facts.putAll(SeenBrowser.facts(session));
        // Once the e-mail address is another, a reset mail would go there.
        boolean helps = !(done && change.email());
        if (helps && realm.isResetPasswordAllowed()) {
            facts.put("link", PortalAddress.forgotPassword(session, realm).toString());
        }
        send(new UserMail(
                language,
                done ? "micloudMailRecordChangedSubject" : "micloudMailRecordAskedSubject",
                "micloud-record-change.ftl",
                facts,
                old));
    }

    private void send(UserMail mail) {
        outbox.add(new LaterMail(realm.getId(), user.getId(), mail));
    }
}
