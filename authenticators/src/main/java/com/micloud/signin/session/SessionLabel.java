package com.micloud.signin.session;

import com.micloud.signin.account.Account;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.keycloak.device.DeviceActivityManager;
import org.keycloak.device.DeviceRepresentationProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.account.DeviceRepresentation;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.JsonSerialization;

/**
 * The text of a session in Keycloak's list: the browser, and the applications with their accounts. Keycloak's list
 * knows applications only by the name of the client, which is the same for everybody. Only the description of the
 * device belongs to a single session.
 */
public final class SessionLabel {

    /** The note in which Keycloak stores the description of a session's device. */
    static final String DEVICE_NOTE = "KC_DEVICE_NOTE";

    private static final String SEPARATOR = " · ";
    private static final String BETWEEN = ", ";

    /** More than this nobody reads, and the note travels with the session. */
    private static final int MOST = 8;

    private SessionLabel() {}

    /** Adds an application and the account it is opened for to what the session of this sign-in says of itself. */
    public static void write(
            KeycloakSession session,
            AuthenticationSessionModel signIn,
            Optional<UserSessionModel> joined,
            Account account) {
        try {
            DeviceRepresentation device = device(session, joined);
            device.setBrowser(add(device.getBrowser(), entry(signIn.getClient(), account)));
            signIn.setUserSessionNote(
                    DEVICE_NOTE, Base64.getEncoder().encodeToString(JsonSerialization.writeValueAsBytes(device)));
        } catch (IOException e) {
            throw new IllegalStateException("The description of a device is plain data and always becomes JSON.", e);
        }
    }

    private static DeviceRepresentation device(KeycloakSession session, Optional<UserSessionModel> joined) {
        return joined.map(DeviceActivityManager::getCurrentDevice)
                .or(() -> Optional.ofNullable(
                        session.getProvider(DeviceRepresentationProvider.class).deviceRepresentation()))
                .orElseGet(() -> {
                    DeviceRepresentation unknown = DeviceRepresentation.unknown();
                    unknown.setIpAddress(session.getContext().getConnection().getRemoteHost());
                    return unknown;
                });
    }

    private static String entry(ClientModel client, Account account) {
        String name = client.getName();
        return (name == null || name.isBlank() ? client.getClientId() : name) + " (" + account.name() + ")";
    }

    /** The text with one entry more, the newest first. */
    static String add(String text, String entry) {
        String known = text == null ? DeviceRepresentation.UNKNOWN : text;
        int end = known.indexOf(SEPARATOR);
        String browser = end < 0 ? known : known.substring(0, end);
        List<String> entries = new ArrayList<>();
        entries.add(entry);
        if (end >= 0) {
            List.of(known.substring(end + SEPARATOR.length()).split("(?<=\\)), ", -1)).stream()
                    .filter(earlier -> !earlier.equals(entry))
                    .limit(MOST - 1)
                    .forEach(entries::add);
        }
        return browser + SEPARATOR + String.join(BETWEEN, entries);
    }
}
