package com.micloud.signin.password.forgotten;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** How many reset mails may be sent in an hour: to one user, and because one network address asks. */
final class MailQuota {

    private static final long AN_HOUR = 3600;

    /** A subscriber has that many bytes of an IPv6 address in common with nobody, and all the others to choose from. */
    private static final int NETWORK_BYTES = 8;

    private final ResetStore store;
    private final ResetSettings settings;

    MailQuota(KeycloakSession session) {
        this.store = new ResetStore(session);
        this.settings = ResetSettings.of(session.getContext().getRealm());
    }

    /** Counts a mail, if there is room for it; says whether there is. */
    boolean allows(UserModel user, String address) {
        return store.take("address", network(address), settings.mailsPerAddress(), AN_HOUR)
                && store.take("user", user.getId(), settings.mailsPerUser(), AN_HOUR);
    }

    static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            // With a colon it is no name, so nobody is asked.
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 4
                    ? InetAddress.getByAddress(bytes).getHostAddress()
                    : HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES));
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
