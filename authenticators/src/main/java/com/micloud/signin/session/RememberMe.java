package com.micloud.signin.session;

import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Whether the browser is to remember whoever signs in. The choice is a client note: it is made on the first page and must
 * survive the way to a provider and back, and a start over.
 */
public final class RememberMe {

    private static final String CHOICE = "micloud.rememberMe";
    private static final String OFFERED = "micloud.rememberMeOffered";

    private final AuthenticationSessionModel notes;

    private RememberMe(AuthenticationSessionModel notes) {
        this.notes = notes;
    }

    public static RememberMe of(AuthenticationSessionModel notes) {
        return new RememberMe(notes);
    }

    /** Whether the realm has it on; where it is off, nothing that is posted counts. */
    public boolean isOn() {
        return notes.getRealm().isRememberMe();
    }

    /** Notes what the box shows before the user touches it. */
    public void offer(boolean ticked) {
        notes.setClientNote(OFFERED, String.valueOf(ticked));
    }

    /** Notes the choice. */
    public void choose(boolean remember) {
        notes.setClientNote(CHOICE, String.valueOf(remember));
    }

    /** The choice; empty before there is one. */
    public Optional<Boolean> choice() {
        return Optional.ofNullable(notes.getClientNote(CHOICE)).map(Boolean::valueOf);
    }

    /**
     * Whether the user has changed the box, and this session is not as they want it. A session lasts as it was begun, so
     * that another has to begin, with a new proof.
     */
    public boolean wantsOther(UserSessionModel session) {
        boolean touched = !String.valueOf(choice().orElse(false)).equals(notes.getClientNote(OFFERED));
        return isOn() && touched && choice().isPresent() && choice().get() != session.isRememberMe();
    }

    /**
     * Tells Keycloak, which reads it when it makes the session.
     *
     * @param joined the session that the sign-in joins, which stays as it was begun; empty where a new one is made
     */
    public void tell(Optional<UserSessionModel> joined) {
        boolean remembered =
                isOn() && joined.map(UserSessionModel::isRememberMe).orElseGet(() -> choice().orElse(false));
        if (remembered) {
            notes.setAuthNote(Details.REMEMBER_ME, "true");
        } else {
            notes.removeAuthNote(Details.REMEMBER_ME);
        }
    }
}
