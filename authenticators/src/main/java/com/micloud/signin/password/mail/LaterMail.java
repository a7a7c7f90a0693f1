package com.micloud.signin.password.mail;

import com.micloud.signin.keycloak.LaterWork;
import com.micloud.signin.password.mail.PasswordMailMetrics.Result;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * A mail to a user that is written and sent after the request. The request does not wait for the mail server, and its
 * result is valid whatever happens to the mail.
 *
 * @param realmId the user's realm
 * @param userId whom it is for
 * @param mail what it says
 */
public record LaterMail(String realmId, String userId, UserMail mail) {

    private static final Logger LOG = Logger.getLogger(LaterMail.class);

    private static final LaterWork WORK = new LaterWork("micloud-password-mails");

    /** Has it sent as soon as a thread is free; returns at once. */
    public void send(KeycloakSession session) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        try {
            WORK.add(session, () -> post(factory));
        } catch (RejectedExecutionException e) {
            fail(realmId, e);
        }
    }

    private void post(KeycloakSessionFactory factory) {
        try {
            KeycloakModelUtils.runJobInTransaction(factory, this::post);
        } catch (RuntimeException e) {
            fail(realmId, e);
        }
    }

    private void post(KeycloakSession session) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm == null) {
            return;
        }
        session.getContext().setRealm(realm);
        UserModel user = session.users().getUserById(realm, userId);
        if (user == null) {
            return;
        }
        if (mail.addressOf(user).isBlank()) {
            LOG.infof("Realm %s: a user without an e-mail address was sent no mail.", realm.getName());
            PasswordMailMetrics.count(realm.getName(), Result.NO_ADDRESS);
            return;
        }
        try {
            mail.send(session, user);
            PasswordMailMetrics.count(realm.getName(), Result.SENT);
        } catch (EmailException e) {
            fail(realm.getName(), e);
        }
    }

    /** The mail server's own words may name the user: they are for those who look closer. */
    private void fail(String realm, Exception problem) {
        LOG.errorf("Realm %s: the mail %s could not be sent: %s", realm, mail.template(), problem.getMessage());
        LOG.debug("A mail could not be sent.", problem);
        PasswordMailMetrics.count(realm, Result.FAILED);
    }
}
