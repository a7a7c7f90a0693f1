package com.micloud.signin.password.mail;

import com.micloud.signin.keycloak.CurrentRequest;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.common.ClientConnection;
import org.keycloak.device.DeviceRepresentationProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.account.DeviceRepresentation;

/** The browser that a mail names as the place of a change, as far as it is known. */
public final class SeenBrowser {

    private static final String UNKNOWN = "Other";

    private SeenBrowser() {}

    /** The network address and the kinds of browser and system of this request; texts that may be empty. */
    public static Map<String, String> facts(KeycloakSession session) {
        return Map.of(
                "address",
                Optional.ofNullable(session.getContext().getConnection())
                        .map(ClientConnection::getRemoteHost)
                        .orElse(""),
                "browser",
                browser(session));
    }

    private static String browser(KeycloakSession session) {
        if (!CurrentRequest.isThere(session)) {
            return "";
        }
        DeviceRepresentation device =
                session.getProvider(DeviceRepresentationProvider.class).deviceRepresentation();
        if (device == null) {
            return "";
        }
        return Stream.of(device.getBrowser(), device.getOs())
                .filter(name -> name != null && !name.startsWith(UNKNOWN))
                .map(name -> name.replaceFirst("/.*", ""))
                .collect(Collectors.joining(", "));
    }
}
