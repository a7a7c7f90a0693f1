package com.micloud.signin.password.mail;

import com.micloud.signin.keycloak.CurrentRequest;
import com.micloud.signin.keycloak.PortalAddress;
import com.micloud.signin.session.PasswordChange;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Sends a mail to a user after each change of their password, by themselves or by an administrator, when the change is
 * committed (spec: "Passwords").
 */
final class PasswordMails implements EventListenerProvider {

    private static final String TEMPLATE = "micloud-password-changed.ftl";
    private static final Pattern USER = Pattern.compile("users/([^/]+)(/reset-password)?");

    private final KeycloakSession session;
    private final Outbox outbox;

    PasswordMails(KeycloakSession session) {
        this.session = session;
        this.outbox = Outbox.of(session);
    }

    @Override
    public void onEvent(Event event) {
        boolean changed = event.getType() == EventType.UPDATE_CREDENTIAL
                && event.getError() == null
                && event.getUserId() != null
                && event.getDetails() != null
                && PasswordCredentialModel.TYPE.equals(event.getDetails().get(Details.CREDENTIAL_TYPE));
        if (changed) {
            outbox.add(mail(event));
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        userOf(event).ifPresent(user -> outbox.add(mail(event, user)));
    }

    /** Whose password an administrator has set; empty where the event is about something else. */
    private Optional<String> userOf(AdminEvent event) {
        boolean refused = event.getError() != null;
        if (refused || event.getResourceType() != ResourceType.USER || event.getResourcePath() == null) {
            return Optional.empty();
        }
        Matcher path = USER.matcher(event.getResourcePath());
        if (!path.matches()) {
            return Optional.empty();
        }
        String user = path.group(1);
        boolean set = path.group(2) != null
                ? event.getOperationType() == OperationType.ACTION
                : event.getOperationType() == OperationType.UPDATE && hasNewPassword(event.getRealmId(), user);
        return set ? Optional.of(user) : Optional.empty();
    }

    /**
     * Whether this request has set a password. Keycloak does not say so of a change of the whole user, but what other
     * requests still see is what there was before.
     */
    private boolean hasNewPassword(String realmId, String userId) {
        long before = KeycloakModelUtils.runJobInTransactionWithResult(session.getKeycloakSessionFactory(), other -> {
            other.getContext().setRealm(other.realms().getRealm(realmId));
            return lastChange(other, realmId, userId);
        });
        return lastChange(session, realmId, userId) > before;
    }

    private static long lastChange(KeycloakSession session, String realmId, String userId) {
        RealmModel realm = session.realms().getRealm(realmId);
        UserModel user = session.users().getUserById(realm, userId);
        return user == null ? 0 : PasswordChange.of(user).time();
    }

    private LaterMail mail(Event event) {
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        Map<String, Object> facts = facts(realm, event.getTime(), false);
        facts.putAll(SeenBrowser.facts(session));
        facts.put("address", Optional.ofNullable(event.getIpAddress()).orElse(""));
        String language = session.getProvider(LocaleSelectorProvider.class)
                .resolveLocale(realm, null)
                .toLanguageTag();
        return new LaterMail(
                realm.getId(),
                event.getUserId(),
                new UserMail(language, "eventUpdatePasswordSubject", TEMPLATE, facts));
    }

    private LaterMail mail(AdminEvent event, String user) {
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        Map<String, Object> facts = facts(realm, event.getTime(), true);
        return new LaterMail(realm.getId(), user, new UserMail("", "micloudMailPasswordSetSubject", TEMPLATE, facts));
    }

    private Map<String, Object> facts(RealmModel realm, long time, boolean byAdministrator) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("when", time);
        facts.put("byAdministrator", byAdministrator);
        if (realm.isResetPasswordAllowed() && CurrentRequest.server(session).isPresent()) {
            facts.put("link", PortalAddress.forgotPassword(session, realm).toString());
        }
        return facts;
    }

    @Override
    public void close() {
        // The outbox closes with the transaction.
    }
}
