package com.micloud.signin.password.mail;

import java.util.ArrayList;
import java.util.List;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/** Sends mails after the transaction is committed, and never after a rollback. */
public final class Outbox extends AbstractKeycloakTransaction {

    private final KeycloakSession session;
    private final List<LaterMail> mails = new ArrayList<>();

    private Outbox(KeycloakSession session) {
        this.session = session;
    }

    /** The outbox of this request. */
    public static Outbox of(KeycloakSession session) {
        Outbox outbox = new Outbox(session);
        session.getTransactionManager().enlistAfterCompletion(outbox);
        return outbox;
    }

    public void add(LaterMail mail) {
        mails.add(mail);
    }

    @Override
    protected void commitImpl() {
        mails.forEach(mail -> mail.send(session));
    }

    @Override
    protected void rollbackImpl() {
        mails.clear();
    }
}
