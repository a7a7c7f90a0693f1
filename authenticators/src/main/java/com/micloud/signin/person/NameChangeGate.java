package com.micloud.signin.person;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;

/**
 * The gate before the actions that change username or e-mail address. After the form a page says that the change waits
 * for its confirmation. Then the sign-in continues, and does not ask again.
 */
final class NameChangeGate extends OwnProofGate {

    private static final String ASKED = "micloud.nameChange.asked";
    private static final String CONTINUE = "continue";
    private static final String USERNAME = "u ";
    private static final String EMAIL = "e ";

    private final boolean emailOnly;

    /**
     * A gate.
     *
     * @param emailOnly whether the form has nothing but the e-mail address; else it is Keycloak's form of the profile
     */
    NameChangeGate(String id, RequiredActionProvider action, boolean emailOnly) {
        super(id, action);
        this.emailOnly = emailOnly;
    }

    @Override
    void evaluate(RequiredActionContext context) {
        // The user has entered an address that waits for its confirmation, so the form does not ask again.
        if (asked(context).isEmpty()) {
            super.evaluate(context);
        }
    }

    @Override
    void challenge(RequiredActionContext context) {
        List<String> asked = asked(context);
        if (!asked.isEmpty()) {
            context.challenge(sent(context, asked));
        } else if (emailOnly) {
            context.challenge(context.form().createResponse(UserModel.RequiredAction.UPDATE_EMAIL));
        } else {
            super.challenge(context);
        }
    }

    @Override
    void process(RequiredActionContext context) {
        boolean goesOn = context.getHttpRequest().getDecodedFormParameters().containsKey(CONTINUE);
        List<String> before = asked(context);
        if (!before.isEmpty()) {
            if (goesOn) {
                context.success();
            } else {
                context.challenge(sent(context, before));
            }
            return;
        }
        boolean emailWaited = waitsForEmail(context);
        if (emailOnly) {
            changeEmail(context);
        } else {
            super.process(context);
        }
        List<NameChange> changes = AskedChanges.in(context.getSession());
        if (changes.isEmpty()) {
            return;
        }
        if (!emailWaited) {
            // Keycloak's form has the address entered once more, on a page of its own.
            context.getUser().removeRequiredAction(UserModel.RequiredAction.UPDATE_EMAIL);
        }
        note(context, changes);
        context.challenge(sent(context, asked(context)));
    }

    private static boolean waitsForEmail(RequiredActionContext context) {
        return context.getUser()
                .getRequiredActionsStream()
                .anyMatch(UserModel.RequiredAction.UPDATE_EMAIL.name()::equals);
    }

    private static void changeEmail(RequiredActionContext context) {
        UserModel user = context.getUser();
        MultivaluedMap<String, String> entered =
                new MultivaluedHashMap<>(context.getHttpRequest().getDecodedFormParameters());
        MultivaluedMap<String, String> profile = new MultivaluedHashMap<>();
        profile.putSingle(UserModel.USERNAME, user.getUsername());
        profile.putSingle(UserModel.EMAIL, entered.getFirst(UserModel.EMAIL));
        try {
            context.getSession()
                    .getProvider(UserProfileProvider.class)
                    .create(UserProfileContext.UPDATE_EMAIL, profile, user)
                    .update(false);
            context.success();
        } catch (ValidationException e) {
            List<FormMessage> errors = e.getErrors().stream()
                    .map(error ->
                            new FormMessage(error.getAttribute(), error.getMessage(), error.getMessageParameters()))
                    .toList();
            context.challenge(context.form()
                    .setErrors(errors)
                    .setFormData(entered)
                    .createResponse(UserModel.RequiredAction.UPDATE_EMAIL));
        }
    }

    private static void note(RequiredActionContext context, List<NameChange> changes) {
        List<String> lines = changes.stream()
                .flatMap(change -> Stream.concat(
                        change.username() ? Stream.of(USERNAME + change.address()) : Stream.empty(),
                        change.email() ? Stream.of(EMAIL + change.address()) : Stream.empty()))
                .toList();
        context.getAuthenticationSession().setAuthNote(ASKED, String.join("\n", lines));
    }

    private static List<String> asked(RequiredActionContext context) {
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        return Optional.ofNullable(signIn.getAuthNote(ASKED))
                .map(text -> List.of(text.split("\n")))
                .orElse(List.of());
    }

    private static Response sent(RequiredActionContext context, List<String> asked) {
        Objects.requireNonNull(asked);
        return context.form()
                .setAttribute(
                        "micloud",
                        Map.of(
                                "addresses",
                                asked.stream()
                                        .map(line -> line.substring(EMAIL.length()))
                                        .distinct()
                                        .toList(),
                                "username",
                                asked.stream().anyMatch(line -> line.startsWith(USERNAME)),
                                "email",
                                asked.stream().anyMatch(line -> line.startsWith(EMAIL))))
                .createForm("micloud-confirm-sent.ftl");
    }
}
