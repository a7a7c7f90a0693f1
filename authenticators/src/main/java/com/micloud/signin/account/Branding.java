package com.micloud.signin.account;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The logo and the help text that an account adds to the pages of its own people, as they are written.
 *
 * @param logo the address of a picture; empty when there is none
 * @param help plain text; empty when there is none
 */
public record Branding(String logo, String help) {

    /** The Organization's attributes; Keycloak keeps at most 255 characters in each. */
    public static final String LOGO = "micloud.logo";

    public static final String HELP = "micloud.help";

    private static final int HTTPS = 443;

    public Branding {
        requireNonNull(logo, "logo");
        requireNonNull(help, "help");
    }

    /**
     * The logo, if it may be shown: over HTTPS, from a host that the realm allows, so that nobody who may edit one account
     * learns who signs in, or shows a picture that changes behind the operator's back.
     */
    public Optional<String> shownLogo(Set<String> allowedHosts) {
        return isAllowed(logo.strip(), allowedHosts) ? Optional.of(logo.strip()) : Optional.empty();
    }

    /** The help as one line of plain text. */
    public String shownHelp() {
        return OneLine.of(help).strip();
    }

    /** Whether there is a logo that is not shown. */
    public boolean isLogoRefused(Set<String> allowedHosts) {
        return !logo.isBlank() && shownLogo(allowedHosts).isEmpty();
    }

    private static boolean isAllowed(String address, Set<String> allowedHosts) {
        try {
            URI uri = new URI(address);
            return "https".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && (uri.getPort() == -1 || uri.getPort() == HTTPS)
                    && allowedHosts.contains(uri.getHost().toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
