package com.micloud.signin.guard;

/** Compares the username that a provider asserts with the MiCloud username (spec: "Settled points"). */
final class AssertedName {

    private AssertedName() {}

    /**
     * Whether both are the same name. Letter case is ignored, nothing else is: a letter outside ASCII never equals one
     * inside, though Unicode folds some of them together (the Kelvin sign and {@code k}, the long s and {@code s}). Two
     * letters differ in case only where their small letters are the same and their capital letters too: the Angstrom sign
     * has the small letter of {@code Å}, but is its own capital.
     */
    static boolean same(String asserted, String username) {
        int[] a = asserted.codePoints().toArray();
        int[] b = username.codePoints().toArray();
        if (a.length != b.length) {
            return false;
        }
        for (int i = 0; i < a.length; i++) {
            if (!sameLetter(a[i], b[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameLetter(int a, int b) {
        if (a == b) {
            return true;
        }
        return isAscii(a) == isAscii(b)
                && Character.toLowerCase(a) == Character.toLowerCase(b)
                && Character.toUpperCase(a) == Character.toUpperCase(b);
    }

    private static boolean isAscii(int point) {
        return point < 128;
    }
}
