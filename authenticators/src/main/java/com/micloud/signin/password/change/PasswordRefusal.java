package com.micloud.signin.password.change;

import java.util.List;
import org.keycloak.models.utils.FormMessage;

/**
 * Why a password was not changed: all errors of the form at once.
 *
 * @param error the word for the event, one of {@link org.keycloak.events.Errors}
 * @param messages what the page says, each at its field
 */
public record PasswordRefusal(String error, List<FormMessage> messages) {

    public PasswordRefusal {
        messages = List.copyOf(messages);
    }
}
