package com.micloud.signin.flow;

/** What somebody entered as username, or an application sent as hint. */
sealed interface TypedUsername {

    /** Longer names cannot exist: Keycloak stores no more. */
    int LONGEST = 255;

    /** A name that may exist. */
    record Plausible(String name) implements TypedUsername {}

    record Missing() implements TypedUsername {}

    /** Too long, or with characters that no username has. */
    record Impossible() implements TypedUsername {}

    /** Judges raw input; surrounding blanks are a slip of the hand and do not count. */
    static TypedUsername of(String raw) {
        String name = raw.strip();
        if (name.isEmpty()) {
            return new Missing();
        }
        boolean impossible = name.length() > LONGEST
                || name.codePoints()
                        .anyMatch(point ->
                                Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE);
        return impossible ? new Impossible() : new Plausible(name);
    }
}
