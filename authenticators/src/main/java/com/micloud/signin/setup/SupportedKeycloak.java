package com.micloud.signin.setup;

import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.common.Version;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Looks at the server's version at its start. A server that is too old would load the jar without a word, and then run
 * without what keeps a refresh token to its account and counts wrong passwords. A newer one than the tests have seen starts
 * only with all that the jar uses of it (spec: "Settled points").
 */
final class SupportedKeycloak {

    private static final Logger LOG = Logger.getLogger(SupportedKeycloak.class);

    private static final Pattern MAJOR_AND_MINOR = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\..*");

    /** The oldest that it runs on, and the only minor version that the tests run on. */
    private static final int MAJOR = 26;

    private static final int MINOR = 7;

    /** A server that lacks one thing may lack hundreds. */
    private static final int NAMED = 10;

    private SupportedKeycloak() {}

    /**
     * Lets the server go on only if it is new enough.
     *
     * @throws IllegalStateException saying which version is needed
     */
    static void require() {
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

    /**
     * Lets a server of a minor version that was never tested go on only if it has what the jar uses.
     *
     * @param server the server, with all its providers
     * @throws IllegalStateException saying what the server lacks
     */
    static void look(KeycloakSessionFactory server) {
        look(Version.VERSION, () -> Findings.on(server));
    }

    static void look(String version, Supplier<Findings> look) {
        if (!version.startsWith(MAJOR + "." + MINOR + ".")) {
            judge(version, look.get());
        }
    }

    private static void judge(String version, Findings found) {
        if (!found.missing().isEmpty()) {
            throw new IllegalStateException("The MiCloud sign-in was never tested on Keycloak " + version
                    + ", and does not start on it. " + found.missing().size()
                    + " of the things that it uses are missing"
                    + " or not in use: " + found.some() + ". Run Keycloak " + MAJOR + "." + MINOR
                    + ", or a release of the MiCloud sign-in that was tested on " + version + ".");
        }
        LOG.warnf("The MiCloud sign-in was never tested on Keycloak %s. %s", version, found.looked());
    }

    private static boolean isOld(int major, int minor) {
        return major < MAJOR || (major == MAJOR && minor < MINOR);
    }

    /**
     * What a look at the server found.
     *
     * @param looked what was looked at, in a sentence
     * @param missing what is not there, or not in use
     */
    record Findings(String looked, List<String> missing) {

        private static Findings on(KeycloakSessionFactory server) {
            long begin = System.nanoTime();
            UsedList list = UsedList.read();
            UsedMembers members = UsedMembers.of(list.members());
            UsedParts parts = new UsedParts(server, list.parts());
            List<String> missing = Stream.concat(
                            members.missingIn(SupportedKeycloak.class.getClassLoader()).stream(),
                            parts.idle().stream().map(part -> "part " + part))
                    .toList();
            return new Findings(
                    "Its %d uses of the server's classes and members are all there, and its %d parts are in use (looked at in %d ms)."
                            .formatted(members.size(), parts.size(), (System.nanoTime() - begin) / 1_000_000),
                    missing);
        }

        private String some() {
            return missing.stream().limit(NAMED).collect(Collectors.joining("; "))
                    + (missing.size() > NAMED ? "; ..." : "");
        }
    }
}
