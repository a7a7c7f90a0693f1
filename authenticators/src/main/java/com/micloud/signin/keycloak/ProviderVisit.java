package com.micloud.signin.keycloak;

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
     * @param message what Keycloak says about it: the key of one of its messages, or what the provider wrote
     * @param noted what {@link ProviderFailure} knows more precisely
     */
    public void fail(Trouble trouble, String message, Optional<String> noted) {
        notes.setAuthNote(TROUBLE, trouble.name());
        notes.setAuthNote(REASON, trouble == Trouble.CANCELLED ? "cancelled" : noted.orElseGet(() -> reason(message)));
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

    /** The word by which events name what Keycloak, or the bundle, says of a provider's failure. */
    static String reason(String message) {
        return switch (message) {
            case AskedProof.MESSAGE -> "authentication_too_old";
            case UncheckedAnswer.MESSAGE -> "provider_unchecked";
            // Keycloak's keys are words; whatever else is there was written by the provider.
            default -> message.matches("[A-Za-z]{1,80}") ? message : "failed";
        };
    }

    /** The failure at the provider; empty if there was none. */
    public Optional<Trouble> trouble() {
        return Optional.ofNullable(notes.getAuthNote(TROUBLE)).map(Trouble::valueOf);
    }
}
