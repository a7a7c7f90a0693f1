package com.micloud.signin.session;

import java.text.Normalizer;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;

/** The username as the user entered it, or as an application sent it in a hint. */
public sealed interface TypedUsername {

    /** Longer names cannot exist: Keycloak stores no more. */
    int LONGEST = 255;

    /** A name that may exist. */
    record Plausible(String name) implements TypedUsername {}

    record Missing() implements TypedUsername {
        @Override
        public String problem() {
            return "micloudUsernameMissing";
        }
    }

    /** Too long, or with characters that no username has. */
    record Impossible() implements TypedUsername {
        @Override
        public String problem() {
            return "micloudUsernameInvalid";
        }
    }

    /** The message that says what is wrong; empty for a name that may exist. */
    default String problem() {
        return "";
    }

    /** The name that this raw input is, if it may exist. */
    static Optional<String> name(String raw) {
        return of(raw) instanceof Plausible plausible ? Optional.of(plausible.name()) : Optional.empty();
    }

    /** Judges what was posted as this field. */
    static TypedUsername posted(AuthenticationFlowContext context, String field) {
        String typed = context.getHttpRequest().getDecodedFormParameters().getFirst(field);
        return of(typed == null ? "" : typed);
    }

    /**
     * Judges raw input; surrounding blanks are a slip of the hand and do not count. Some programs write a letter and its
     * accent as two characters; usernames have the one that Unicode composes of them (NFC).
     */
    static TypedUsername of(String raw) {
        String name = Normalizer.normalize(raw.strip(), Normalizer.Form.NFC);
        if (name.isEmpty()) {
            return new Missing();
        }
        boolean impossible = name.length() > LONGEST || name.codePoints().anyMatch(TypedUsername::isNoCharacter);
        return impossible ? new Impossible() : new Plausible(name);
    }

    /** What no text has; no message to a SAML provider could be written with it (XML 1.0, section 2.2). */
    private static boolean isNoCharacter(int point) {
        return Character.isISOControl(point)
                || Character.getType(point) == Character.SURROGATE
                || (point & 0xFFFE) == 0xFFFE;
    }
}
