package com.micloud.signin.session;

import java.util.Objects;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * The time of the last change of a user's MiCloud password, whoever made it. Older proofs and grants no longer count
 * (spec: "Passwords", other sessions end).
 *
 * @param time milliseconds since the epoch; 0 where Keycloak does not keep the password itself, as in a directory
 * @param removed whether the user has no password any more, or never had one
 */
public record PasswordChange(long time, boolean removed) {

    public static PasswordChange of(UserModel user) {
        SubjectCredentialManager credentials = user.credentialManager();
        long time = credentials
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                .map(CredentialModel::getCreatedDate)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        return new PasswordChange(time, time == 0 && !credentials.isConfiguredFor(PasswordCredentialModel.TYPE));
    }

    /** Whether that moment was before the change. At the same moment the order is unknown, so it counts as before. */
    public boolean isAfter(long moment) {
        return time > 0 && moment <= time;
    }
}
