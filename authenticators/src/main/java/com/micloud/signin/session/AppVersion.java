package com.micloud.signin.session;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.keycloak.jose.jws.crypto.HashUtils;

/**
 * The version that an application declares ({@code app_version}). A new version makes the application's user sign in
 * again. It is no protection, because the application declares it itself (spec: "Coming back").
 *
 * @param text a hash, so that tokens and notes do not grow with what an application sends; a dash when it sends none
 */
public record AppVersion(String text) {

    /** The parameter of authorization requests and of refreshes. */
    public static final String PARAMETER = "app_version";

    private static final AppVersion NONE = new AppVersion("-");

    /** The version behind a parameter; empty, or without text, it declares none. */
    public static AppVersion declared(Optional<String> parameter) {
        return parameter
                .filter(version -> !version.isEmpty())
                .map(version -> new AppVersion(HashUtils.sha256UrlEncodedHash(version, StandardCharsets.UTF_8)))
                .orElse(NONE);
    }

    public static AppVersion none() {
        return NONE;
    }

    /** Whether a refresh that declares this may go on in a session that was opened by that version. */
    public boolean continues(AppVersion opened) {
        return equals(NONE) || equals(opened);
    }
}
