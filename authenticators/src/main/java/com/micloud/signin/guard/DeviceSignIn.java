package com.micloud.signin.guard;

import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OAuth2DeviceCodeModel;
import org.keycloak.protocol.oidc.grants.device.DeviceGrantType;
import org.keycloak.protocol.oidc.grants.device.endpoints.DeviceEndpoint;
import org.keycloak.sessions.AuthenticationSessionModel;

/** A sign-in for a device that shows a code and polls for its tokens (RFC 8628). */
final class DeviceSignIn {

    private DeviceSignIn() {}

    /** The code the device polls with; empty when the sign-in is for no device, or took longer than its code lives. */
    public static Optional<String> deviceCode(KeycloakSession session, AuthenticationSessionModel signIn) {
        return Optional.ofNullable(signIn.getClientNote(DeviceGrantType.OAUTH2_DEVICE_VERIFIED_USER_CODE))
                .map(userCode -> DeviceEndpoint.getDeviceByUserCode(session, signIn.getRealm(), userCode))
                .map(OAuth2DeviceCodeModel::getDeviceCode);
    }
}
