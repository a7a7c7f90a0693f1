package com.micloud.signin.person;

import com.micloud.signin.keycloak.Slots;
import com.micloud.signin.session.PasswordChange;
import com.micloud.signin.session.SelfGivenName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Changes usernames and e-mail addresses for their person. A request needs an own proof. The change counts after a
 * confirmation at the new address (spec: "The person's own record", 3).
 */
final class NameChanges {

    /** The result of a confirmation. */
    enum Outcome {
        DONE,
        /** The link was used, is too old, or something has changed since. */
        OVER,
        /** The address cannot be this person's: somebody has it. */
        TAKEN
    }

    private static final String USED = "micloud.nameChange.used.";
    private static final String ASKED = "micloud.nameChange.asked.";

    /** As many mails about changes are sent for one person in an hour. */
    private static final int MOST = 5;

    private static final long AN_HOUR = 3600;

    private final KeycloakSession session;
    private final RealmModel realm;

    NameChanges(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** Whether this person may ask for so many changes more now; if so, they are counted. */
    boolean allow(UserModel user, int changes) {
        Slots mails = new Slots(session.singleUseObjects(), ASKED + realm.getId() + "." + user.getId(), MOST, AN_HOUR);
        return IntStream.range(0, changes).allMatch(change -> mails.take().isPresent());
    }

    /** Sends each new address its link, and tells the address that counts until then. */
    void ask(UserModel user, List<NameChange> changes) {
        NameChangeMails mails = new NameChangeMails(session, user);
        for (NameChange change : changes) {
            mails.askToConfirm(change, ChangeToken.of(session, user, change));
            mails.tell(change, Objects.requireNonNullElse(user.getEmail(), ""), false);
            EventBuilder event = event(session, realm, user).event(EventType.SEND_VERIFY_EMAIL);
            details(event, change, user.getUsername(), user.getEmail()).success();
        }
    }

    /** Whether the link could still be confirmed; nothing is changed by asking. */
    boolean counts(ChangeToken token) {
        return owner(session, token).isPresent();
    }

    /** Makes the change that was confirmed, in a transaction of its own: somebody may take the name at the same moment. */
    Outcome confirm(ChangeToken token) {
        String realmId = realm.getId();
        try {
            return KeycloakModelUtils.runJobInTransactionWithResult(session.getKeycloakSessionFactory(), other -> {
                other.getContext().setRealm(other.realms().getRealm(realmId));
                return new NameChanges(other).make(token, session);
            });
        } catch (ModelException e) {
            return Outcome.TAKEN;
        }
    }

    private Outcome make(ChangeToken token, KeycloakSession request) {
        Optional<UserModel> owner = owner(session, token);
        if (owner.isEmpty()) {
            return Outcome.OVER;
        }
        UserModel user = owner.get();
        NameChange change = token.change();
        if (isSomebodyElses(user, change.address())) {
            return Outcome.TAKEN;
        }
        if (!session.singleUseObjects().putIfAbsent(USED + token.getId(), AN_HOUR * 24)) {
            return Outcome.OVER;
        }
        if (change.username()) {
            user.setUsername(change.address());
            SelfGivenName.note(user);
        }
        if (change.email()) {
            user.setEmail(change.address());
            user.setEmailVerified(true);
            user.removeRequiredAction(UserModel.RequiredAction.VERIFY_EMAIL);
        }
        report(request, user, change, token);
        new NameChangeMails(request, user).tell(change, token.oldEmail(), true);
        return Outcome.DONE;
    }

    private void report(KeycloakSession request, UserModel user, NameChange change, ChangeToken token) {
        if (change.username()) {
            details(
                            event(request, realm, user).event(EventType.UPDATE_PROFILE),
                            new NameChange(change.address(), true, false),
                            token.oldUsername(),
                            token.oldEmail())
                    .success();
        }
        if (change.email()) {
            details(
                            event(request, realm, user).event(EventType.UPDATE_EMAIL),
                            new NameChange(change.address(), false, true),
                            token.oldUsername(),
                            token.oldEmail())
                    .success();
        }
    }

    private static EventBuilder event(KeycloakSession session, RealmModel realm, UserModel user) {
        return new EventBuilder(realm, session, session.getContext().getConnection())
                .client(session.getContext().getClient())
                .user(user);
    }

    private static EventBuilder details(EventBuilder event, NameChange change, String oldUsername, String oldEmail) {
        if (change.username()) {
            event.detail(Details.PREF_PREVIOUS + UserModel.USERNAME, oldUsername)
                    .detail(Details.PREF_UPDATED + UserModel.USERNAME, change.address());
        }
        if (change.email()) {
            event.detail(Details.PREVIOUS_EMAIL, oldEmail).detail(Details.UPDATED_EMAIL, change.address());
        }
        return event;
    }

    /** Whose change it is, as long as the person is as they were when they asked: same names, same password, not used yet. */
    private static Optional<UserModel> owner(KeycloakSession session, ChangeToken token) {
        RealmModel realm = session.getContext().getRealm();
        return Optional.ofNullable(session.users().getUserById(realm, token.getSubject()))
                .filter(UserModel::isEnabled)
                .filter(user -> user.getUsername().equals(token.oldUsername()))
                .filter(user -> Objects.requireNonNullElse(user.getEmail(), "").equals(token.oldEmail()))
                .filter(user -> !isChanged(PasswordChange.of(user), token.asked()))
                .filter(user -> !session.singleUseObjects().contains(USED + token.getId()));
    }

    private static boolean isChanged(PasswordChange password, long asked) {
        return password.removed() || password.isAfter(asked);
    }

    /** Whether another person has the address, as username or as e-mail address: each may be typed to sign in. */
    private boolean isSomebodyElses(UserModel user, String address) {
        UserModel named = session.users().getUserByUsername(realm, address);
        UserModel reached =
                realm.isDuplicateEmailsAllowed() ? null : session.users().getUserByEmail(realm, address);
        return (named != null && !named.getId().equals(user.getId()))
                || (reached != null && !reached.getId().equals(user.getId()));
    }
}
