package com.micloud.signin.password.forgotten;

/**
 * The code of a reset mail, as the user typed it. Blanks and hyphens between the digits do not count. The digits may be
 * those of any script.
 *
 * @param digits the digits as ASCII; empty when nothing was typed
 * @param isComplete whether it is what a code looks like
 */
record TypedCode(String digits, boolean isComplete) {

    private static final int LENGTH = 6;

    /** More than any way of writing six digits takes. */
    private static final int LONGEST = 100;

    static TypedCode of(String raw) {
        StringBuilder digits = new StringBuilder();
        boolean foreign = raw.length() > LONGEST;
        for (int point : raw.codePoints().limit(LONGEST).toArray()) {
            int digit = Character.digit(point, 10);
            if (digit >= 0) {
                digits.append(digit);
            } else if (!isSeparator(point)) {
                foreign = true;
            }
        }
        return new TypedCode(digits.toString(), !foreign && digits.length() == LENGTH);
    }

    boolean isMissing() {
        return digits.isEmpty();
    }

    private static boolean isSeparator(int point) {
        return Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || Character.getType(point) == Character.DASH_PUNCTUATION
                || Character.getType(point) == Character.FORMAT;
    }
}
