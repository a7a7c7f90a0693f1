package com.micloud.signin.password.forgotten;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import org.keycloak.models.KeycloakSession;

/**
 * Limits the reset mails of an hour: from one network, to one user from one network, and to one user in all. So
 * strangers who request mails for a user reach the limit of their own network first.
 */
final class MailQuota {

    private static final long AN_HOUR = 3600;

    /** A subscriber has that many bytes of an IPv6 address in common with nobody, and all the others to choose from. */
    private static final int NETWORK_BYTES = 8;

    /** The mails to one user in all, as a multiple of the mails from one network. */
    private static final int NETWORKS = 4;

    private final ResetStore store;
    private final ResetSettings settings;

    MailQuota(KeycloakSession session) {
        this(new ResetStore(session), ResetSettings.of(session.getContext().getRealm()));
    }

    MailQuota(ResetStore store, ResetSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    /** Counts a mail, if there is room for it; says whether there is. */
    boolean allows(String userId, String address) {
        String network = network(address);
        return store.take("address", network, settings.mailsPerAddress(), AN_HOUR)
                && store.take("user", userId + "." + network, settings.mailsPerUser(), AN_HOUR)
                && store.take("user", userId, NETWORKS * settings.mailsPerUser(), AN_HOUR);
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
