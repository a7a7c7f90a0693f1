package com.micloud.signin.password.change;

import java.util.ArrayList;
import java.util.List;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.utils.FormMessage;

/**
 * The form of the page that changes a password, as the user sent it.
 *
 * @param current the password that is to be replaced; empty where it was not asked for or not given
 * @param fresh the new one
 * @param confirmed the new one again
 */
public record PasswordForm(String current, String fresh, String confirmed) {

    public static final String CURRENT = "password";
    public static final String FRESH = "password-new";
    public static final String CONFIRMED = "password-confirm";

    public static PasswordForm postedIn(HttpRequest request) {
        return new PasswordForm(posted(request, CURRENT), posted(request, FRESH), posted(request, CONFIRMED));
    }

    private static String posted(HttpRequest request, String field) {
        String value = request.getDecodedFormParameters().getFirst(field);
        return value == null ? "" : value;
    }

    /** The errors of the form itself: a missing field, or two different new passwords. */
    List<FormMessage> gaps(boolean asksForCurrent) {
        List<FormMessage> gaps = new ArrayList<>();
        if (asksForCurrent && current.isEmpty()) {
            gaps.add(new FormMessage(CURRENT, "micloudPasswordMissing"));
        }
        if (fresh.isEmpty()) {
            gaps.add(new FormMessage(FRESH, "missingPasswordMessage"));
        } else if (!fresh.equals(confirmed)) {
            gaps.add(new FormMessage(CONFIRMED, "notMatchPasswordMessage"));
        }
        return gaps;
    }

    /** Never the passwords themselves. */
    @Override
    public String toString() {
        return "PasswordForm";
    }
}
