package com.micloud.signin.page;

import com.micloud.signin.keycloak.FormFacts;
import com.micloud.signin.keycloak.GuardedRealm;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;
import org.keycloak.services.messages.Messages;

/** A page of Keycloak's that says that something is done, in more exact words, and with a way on where there is none. */
final class InfoPage {

    /** With these words a mail link ends at Keycloak, on a page with no way on where no application is known. */
    private static final Set<String> ENDS_OF_MAIL_LINKS = Set.of(
            Messages.STALE_INVITE_ORG_LINK,
            Messages.ORG_MEMBER_ALREADY,
            Messages.ACCOUNT_UPDATED,
            Messages.EMAIL_VERIFIED,
            Messages.EMAIL_VERIFIED_ALREADY);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String message;

    /**
     * @param realm null where Keycloak knows none yet
     * @param message the key of the page's message
     */
    InfoPage(KeycloakSession session, RealmModel realm, String message) {
        this.session = session;
        this.realm = realm;
        this.message = message;
    }

    /** What the page shows beside its message. */
    Map<String, Object> attributes() {
        Map<String, Object> attributes = new HashMap<>();
        if (isPasswordChanged()) {
            attributes.put("messageHeader", "micloudPasswordChangedTitle");
        }
        if (isPasswordChanged() || isEndOfMailLink()) {
            attributes.put("accountUrl", accountPage());
        }
        return attributes;
    }

    /** The message in the place of Keycloak's: what was changed, where Keycloak says only that something was. */
    Optional<String> success() {
        return isPasswordChanged() ? Optional.of("micloudPasswordChanged") : Optional.empty();
    }

    private boolean isPasswordChanged() {
        return FormFacts.isPasswordChanged(session) && Messages.ACCOUNT_UPDATED.equals(message);
    }

    private boolean isEndOfMailLink() {
        return ENDS_OF_MAIL_LINKS.contains(message) && realm != null && GuardedRealm.is(realm);
    }

    private String accountPage() {
        return Urls.accountBase(session.getContext().getUri().getBaseUri())
                .path("/")
                .build(realm.getName())
                .toString();
    }
}
