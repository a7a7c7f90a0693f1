package com.micloud.signin.account;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.keycloak.models.RealmModel;

/** The hosts from which a realm lets accounts load their logos. */
public final class LogoHosts {

    public static final String ATTRIBUTE = "micloud.logoHosts";

    private static final Pattern SEPARATOR = Pattern.compile("[\\s,]+");

    private LogoHosts() {}

    /** Their names in small letters; none where the realm names none. */
    public static Set<String> of(RealmModel realm) {
        return SEPARATOR
                .splitAsStream(
                        Optional.ofNullable(realm.getAttribute(ATTRIBUTE)).orElse(""))
                .filter(host -> !host.isBlank())
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
