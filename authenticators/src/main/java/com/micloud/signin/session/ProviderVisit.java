package com.micloud.signin.session;

import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The auth notes of one sign-in about its way to a provider and back. */
public final class ProviderVisit {

    /** Why a provider sent the user back without signing them in. */
    public enum Trouble {
        /** The user gave up there, or was not let in. */
        CANCELLED,
        /** The provider answered with an error, or with something that cannot be accepted, or not at all. */
        FAILED
    }

    private static final String PROVIDER = "micloud.provider";
    private static final String TROUBLE = "micloud.trouble";
    private static final String REASON = "micloud.troubleReason";

    private final AuthenticationSessionModel notes;

    private ProviderVisit(AuthenticationSessionModel notes) {
        this.notes = notes;
    }

    public static ProviderVisit of(AuthenticationSessionModel notes) {
        return new ProviderVisit(notes);
    }

    /** Notes to which provider the user is sent; what an earlier one did is forgotten. */
    public void begin(String alias) {
        notes.setAuthNote(PROVIDER, alias);
        notes.removeAuthNote(TROUBLE);
    }

    /** The provider the user was sent to last. */
    public Optional<String> provider() {
        return Optional.ofNullable(notes.getAuthNote(PROVIDER));
    }

    /**
     * Notes what went wrong there, so that a reload shows the page again instead of going there once more.
     *
     * @param reason the word for the event, if the user did not cancel
     */
    public void fail(Trouble trouble, String reason) {
        notes.setAuthNote(TROUBLE, trouble.name());
        notes.setAuthNote(REASON, trouble == Trouble.CANCELLED ? "cancelled" : reason);
    }

    /**
     * The reason of the failure, as a stable value for the event. It is returned once, because one failure is one
     * event.
     */
    public Optional<String> reasonToReport() {
        Optional<String> reason = Optional.ofNullable(notes.getAuthNote(REASON));
        notes.removeAuthNote(REASON);
        return reason;
    }

    /** The failure at the provider; empty if there was none. */
    public Optional<Trouble> trouble() {
        return Optional.ofNullable(notes.getAuthNote(TROUBLE)).map(Trouble::valueOf);
    }
}
