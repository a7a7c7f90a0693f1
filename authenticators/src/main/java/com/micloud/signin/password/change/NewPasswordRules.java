package com.micloud.signin.password.change;

import com.micloud.signin.policy.PasswordSheet;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.FormMessage;

/**
 * The password rules as pages with a new password show them. Use it only in a realm with the MiCloud policy, because
 * its classes are in the jar of that policy.
 */
public final class NewPasswordRules {

    /** The policy's name in a realm's policy string. */
    public static final String POLICY = "micloud-password";

    private NewPasswordRules() {}

    /**
     * The sheet as templates read it.
     *
     * @param owner the names of the user that whoever sees the page may see
     * @param field in which a new password is sent
     */
    public static Object sheet(
            KeycloakSession session, RealmModel realm, List<String> owner, String field, List<FormMessage> messages) {
        List<Object> refusal = (messages == null ? Stream.<FormMessage>empty() : messages.stream())
                .filter(message -> PasswordSheet.isRefusal(message.getMessage()))
                .flatMap(message -> Arrays.stream(message.getParameters()))
                .toList();
        return PasswordSheet.of(realm, owner, sent(session.getContext().getHttpRequest(), field), refusal);
    }

    private static String sent(HttpRequest request, String field) {
        if (!request.getHttpMethod().equals("POST")) {
            return "";
        }
        String value = request.getDecodedFormParameters().getFirst(field);
        return value == null ? "" : value;
    }
}
