package com.micloud.signin.demopage;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the page tells first about a sign-in, whatever the protocol.
 *
 * @param who the user
 * @param username the user's name for the portal; may be empty
 * @param account the account, with its number and label
 */
record Facts(String who, String username, String account) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMM uuuu HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final String NO_ACCOUNT = "none was named";

    static Facts of(SignedIn signedIn) {
        if (signedIn instanceof SignedIn.Oidc oidc) {
            Claims claims = Claims.of(oidc.idToken());
            String username = claims.text("preferred_username").orElse("");
            return new Facts(
                    who(
                            claims.text("name").orElse(""),
                            username.isEmpty() ? claims.text("sub").orElse("") : username),
                    username,
                    account(
                            claims.text("micloud_account", "name"),
                            claims.text("micloud_account", "number"),
                            claims.text("micloud_account", "partner_label")));
        }
        SignedIn.Saml saml = (SignedIn.Saml) signedIn;
        return new Facts(
                saml.nameId(),
                saml.nameId(),
                account(
                        saml.attribute("micloud_account_name").stream().findFirst(),
                        saml.attribute("micloud_account_number").stream().findFirst(),
                        saml.attribute("micloud_partner_label").stream().findFirst()));
    }

    static String time(long seconds) {
        return TIME.format(Instant.ofEpochSecond(seconds));
    }

    private static String who(String name, String username) {
        return name.isEmpty() ? username : name + " (" + username + ")";
    }

    private static String account(Optional<String> name, Optional<String> number, Optional<String> label) {
        String account =
                Stream.of(name, number, label).flatMap(Optional::stream).collect(Collectors.joining(" \u00b7 "));
        return account.isEmpty() ? NO_ACCOUNT : account;
    }
}
