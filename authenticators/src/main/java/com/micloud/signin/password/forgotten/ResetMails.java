package com.micloud.signin.password.forgotten;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.micloud.signin.account.AccountDirectory;
import com.micloud.signin.keycloak.LaterWork;
import com.micloud.signin.password.forgotten.ResetMetrics.Result;
import com.micloud.signin.password.mail.UserMail;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailException;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Looks up the user and sends the reset mail after the request. So the page takes the same time for every username,
 * whatever the mail server does.
 */
final class ResetMails {

    private static final Logger LOG = Logger.getLogger(ResetMails.class);

    private static final LaterWork WORK = new LaterWork("micloud-reset-mails");
    private static final String LIMIT_REACHED = "mail_limit_reached";
    private static final String TOO_MANY_WRONG_CODES = "too_many_wrong_codes";
    private static final String NO_ACCOUNT = "no_account";

    private final KeycloakSessionFactory factory;
    private final ResetRequest request;
    private final long asked;

    private ResetMails(KeycloakSessionFactory factory, ResetRequest request) {
        this.factory = factory;
        this.request = request;
        this.asked = Time.currentTimeMillis();
    }

    /**
     * A mail to be sent.
     *
     * @param userId to whom
     * @param mail what it says
     * @param result what it counts as once it is sent
     */
    private record Letter(String userId, UserMail mail, Result result) {}

    /** Has a request answered as soon as a thread is free; returns at once. */
    public static void send(KeycloakSession session, ResetRequest request) {
        ResetMails mails = new ResetMails(session.getKeycloakSessionFactory(), request);
        try {
            WORK.add(session, mails::answer);
        } catch (RejectedExecutionException e) {
            // The user is told to ask again if nothing comes; the operator is told now.
            mails.fail(e);
        }
    }

    private void answer() {
        try {
            KeycloakModelUtils.runJobInTransactionWithResult(factory, this::write)
                    .ifPresent(this::post);
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    /** Decides what the user gets, and keeps the code, before anything leaves the house. */
    private Optional<Letter> write(KeycloakSession session) {
        RealmModel realm = enter(session);
        EventBuilder event = event(session, realm);
        Optional<UserModel> found = Optional.ofNullable(session.users().getUserByUsername(realm, request.username()));
        if (found.isEmpty()) {
            return withhold(realm, event, Errors.USER_NOT_FOUND);
        }
        UserModel user = found.get();
        event.user(user);
        if (!user.isEnabled()) {
            return withhold(realm, event, Errors.USER_DISABLED);
        }
        if (user.getEmail() == null || user.getEmail().isBlank()) {
            return withhold(realm, event, Errors.INVALID_EMAIL);
        }
        ResetOffer offer = ResetOffer.to(user, AccountDirectory.of(session));
        if (offer.kind() == ResetOffer.Kind.NOTHING) {
            return withhold(realm, event, NO_ACCOUNT);
        }
        ResetSettings settings = ResetSettings.of(realm);
        if (Time.currentTimeMillis() - asked >= SECONDS.toMillis(settings.codeLifespan())) {
            throw new IllegalStateException("It waited so long for its turn that its code would have expired.");
        }
        if (!new MailQuota(session).allows(user.getId(), request.origin().address())) {
            ResetMetrics.count(realm.getName(), Result.LIMITED);
            event.error(LIMIT_REACHED);
            return Optional.empty();
        }
        return Optional.of(
                offer.kind() == ResetOffer.Kind.RESET
                        ? reset(session, realm, user, settings)
                        : explanation(user, offer.providers()));
    }

    private Letter reset(KeycloakSession session, RealmModel realm, UserModel user, ResetSettings settings) {
        MailedReset reset = new MailedReset(
                user.getId(), SecretGenerator.getInstance().generateSecureID(), Time.currentTimeMillis());
        Map<String, Object> facts = facts(user);
        Optional<String> code = new ResetCodes(session).issue(request.place(), reset, user);
        code.ifPresent(digits -> facts.put("code", digits));
        facts.put("link", request.origin().link(session, user, reset));
        facts.put("codeMinutes", minutes(settings.codeLifespan()));
        facts.put("linkMinutes", minutes(ResetOrigin.linkLifespan(realm)));
        return new Letter(
                user.getId(),
                mail("micloudResetSubject", "micloud-password-reset.ftl", facts),
                code.isPresent() ? Result.SENT : Result.WITHOUT_CODE);
    }

    private Letter explanation(UserModel user, List<String> providers) {
        Map<String, Object> facts = facts(user);
        facts.put("providers", String.join(", ", providers));
        return new Letter(
                user.getId(),
                mail("micloudElsewhereSubject", "micloud-password-elsewhere.ftl", facts),
                Result.EXPLAINED);
    }

    private UserMail mail(String subject, String template, Map<String, Object> facts) {
        return new UserMail(request.origin().language(), subject, template, facts);
    }

    private static Map<String, Object> facts(UserModel user) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("username", user.getUsername());
        return facts;
    }

    private static String minutes(int seconds) {
        return String.valueOf(Math.max(1, SECONDS.toMinutes(seconds)));
    }

    private static Optional<Letter> withhold(RealmModel realm, EventBuilder event, String error) {
        ResetMetrics.count(realm.getName(), Result.WITHHELD);
        event.error(error);
        return Optional.empty();
    }

    /** In a transaction of its own, as mail servers take their time. */
    private void post(Letter letter) {
        KeycloakModelUtils.runJobInTransaction(factory, session -> {
            RealmModel realm = enter(session);
            UserModel user = session.users().getUserById(realm, letter.userId());
            if (user == null) {
                return;
            }
            EventBuilder event = event(session, realm).user(user);
            try {
                letter.mail().send(session, user);
                ResetMetrics.count(realm.getName(), letter.result());
                if (letter.result() == Result.WITHOUT_CODE) {
                    event.detail(Details.REASON, TOO_MANY_WRONG_CODES);
                }
                event.detail(Details.EMAIL, user.getEmail()).success();
            } catch (EmailException e) {
                LOG.errorf(e, "Realm %s: a reset mail could not be sent.", realm.getName());
                ResetMetrics.count(realm.getName(), Result.FAILED);
                event.detail(Details.REASON, e.getMessage()).error(Errors.EMAIL_SEND_FAILED);
            }
        });
    }

    private void fail(RuntimeException problem) {
        LOG.error("A reset mail could not be written.", problem);
        KeycloakModelUtils.runJobInTransaction(factory, session -> {
            RealmModel realm = enter(session);
            ResetMetrics.count(realm.getName(), Result.FAILED);
            event(session, realm)
                    .detail(Details.REASON, String.valueOf(problem.getMessage()))
                    .error(Errors.EMAIL_SEND_FAILED);
        });
    }

    private RealmModel enter(KeycloakSession session) {
        RealmModel realm = session.realms().getRealm(request.origin().realmId());
        session.getContext().setRealm(realm);
        return realm;
    }

    private EventBuilder event(KeycloakSession session, RealmModel realm) {
        return new EventBuilder(realm, session)
                .event(EventType.SEND_RESET_PASSWORD)
                .client(request.origin().clientId())
                .ipAddress(request.origin().address())
                .detail(Details.USERNAME, request.username());
    }
}
