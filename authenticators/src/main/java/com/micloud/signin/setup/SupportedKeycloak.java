package com.micloud.signin.setup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.common.Version;

/**
 * Refuses servers that are too old, at their start: they would load the jar without a word, and then run without what keeps
 * a refresh token to its account and counts wrong passwords.
 */
final class SupportedKeycloak {

    private static final Pattern MAJOR_AND_MINOR = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\..*");
    private static final int MAJOR = 26;
    private static final int MINOR = 7;

    private SupportedKeycloak() {}

    /**
     * Lets the server go on only if it is new enough.
     *
     * @throws IllegalStateException saying which version is needed
     */
    public static void require() {
        require(Version.VERSION);
    }

    static void require(String version) {
        Matcher parts = MAJOR_AND_MINOR.matcher(version);
        if (!parts.matches() || isOld(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)))) {
            throw new IllegalStateException("The MiCloud sign-in needs Keycloak " + MAJOR + "." + MINOR
                    + " or newer, and this is " + version + ". Upgrade Keycloak, or take micloud-authenticators out of"
                    + " its providers; micloud-theme alone may stay.");
        }
    }

    private static boolean isOld(int major, int minor) {
        return major < MAJOR || (major == MAJOR && minor < MINOR);
    }
}
