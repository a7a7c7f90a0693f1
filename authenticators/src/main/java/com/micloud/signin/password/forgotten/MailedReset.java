package com.micloud.signin.password.forgotten;

import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The reset mail that brought the user to this point of a sign-in, by its link or by its code.
 *
 * @param userId whose mail it is
 * @param mail the mail's own id
 * @param time when it was written, in milliseconds since the epoch
 */
record MailedReset(String userId, String mail, long time) {

    private static final String NOTE = "micloud.reset.mail";

    /** The reset mail in the notes of the sign-in; empty if no mail led here. */
    public static Optional<MailedReset> in(AuthenticationSessionModel signIn) {
        return Optional.ofNullable(signIn.getAuthNote(NOTE)).flatMap(MailedReset::of);
    }

    /** Notes that this mail brought the user here. */
    public void note(AuthenticationSessionModel signIn) {
        signIn.setAuthNote(NOTE, text());
    }

    /** Forgets whatever mail brought somebody here. */
    public static void forget(AuthenticationSessionModel signIn) {
        signIn.removeAuthNote(NOTE);
    }

    /** One line, as notes and tokens carry it. */
    public String text() {
        return mail + " " + time + " " + userId;
    }

    /** Reads the text that {@link #text} wrote; empty for any other text. */
    public static Optional<MailedReset> of(String text) {
        String[] parts = text.split(" ", 3);
        return parts.length == 3 && parts[1].matches("\\d{1,18}")
                ? Optional.of(new MailedReset(parts[2], parts[0], Long.parseLong(parts[1])))
                : Optional.empty();
    }
}
