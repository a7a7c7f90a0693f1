package com.micloud.signin.person;

import com.micloud.signin.session.SelfGivenName;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.AbstractUserRepresentation;
import org.keycloak.userprofile.AttributeChangeListener;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.ValidationException;
import org.keycloak.validate.ValidationError;

/** The profile of a person who changes their own record. */
final class PersonProfile implements UserProfile {

    private static final String PROOF_NEEDED = "micloudProofNeeded";
    private static final String TOO_MANY = "micloudConfirmTooMany";

    private final KeycloakSession session;
    private final UserProfile kept;
    private final UserModel user;
    private final NameWish wish;
    private final NameProblems problems;

    /**
     * A profile.
     *
     * @param kept Keycloak's own, in which the names are those of now
     * @param wish the new names
     * @param problems what is wrong with their form
     */
    PersonProfile(KeycloakSession session, UserProfile kept, UserModel user, NameWish wish, NameProblems problems) {
        this.session = session;
        this.kept = kept;
        this.user = user;
        this.wish = wish;
        this.problems = problems;
    }

    @Override
    public void validate() {
        if (problems.errors().isEmpty()) {
            kept.validate();
            return;
        }
        ValidationException.ValidationExceptionBuilder all = new ValidationException.ValidationExceptionBuilder();
        kept.getAttributes().nameSet().forEach(name -> NameProblems.judge(kept.getAttributes(), name, all));
        problems.errors().forEach(all);
        throw all.build();
    }

    /** Creates nobody: there is a user. */
    @Override
    public UserModel create() {
        return kept.create();
    }

    /**
     * Writes what may be written at once, and asks the new addresses for a confirmation.
     *
     * @throws ValidationException also where the record is to change without a proof of the person's own (status 403), or
     *     more often than allowed (429)
     */
    @Override
    public void update(boolean removeAttributes, AttributeChangeListener... listeners) {
        validate();
        String field = touched();
        if (!field.isEmpty() && !RecordGate.isOpen(session, user)) {
            throw refusal(field, PROOF_NEEDED, Response.Status.FORBIDDEN);
        }
        NameChanges changes = new NameChanges(session);
        List<NameChange> asked = wish.changes();
        if (!changes.allow(user, asked.size())) {
            throw refusal(field, TOO_MANY, Response.Status.TOO_MANY_REQUESTS);
        }
        Map<String, List<String>> ofTheBundle = ofTheBundle();
        kept.update(removeAttributes, listeners);
        restore(ofTheBundle);
        changes.ask(user, asked);
        AskedChanges.note(session, asked);
    }

    private static ValidationException refusal(String field, String message, Response.Status status) {
        return new ValidationException(new ValidationError("micloud", field, message).setStatusCode(status));
    }

    /** Of the record, the first attribute that this would change; empty where it changes none. */
    private String touched() {
        if (!wish.isEmpty()) {
            return wish.username().isEmpty() ? UserModel.EMAIL : UserModel.USERNAME;
        }
        return Stream.of(UserModel.FIRST_NAME, UserModel.LAST_NAME, UserModel.USERNAME, UserModel.EMAIL)
                .filter(name -> kept.getAttributes().contains(name))
                .filter(name ->
                        !Objects.equals(text(kept.getAttributes().getFirst(name)), text(user.getFirstAttribute(name))))
                .findFirst()
                .orElse("");
    }

    private static String text(String value) {
        return Objects.requireNonNullElse(value, "");
    }

    private Map<String, List<String>> ofTheBundle() {
        Map<String, List<String>> noted = new HashMap<>(user.getAttributes());
        noted.keySet().removeIf(name -> !name.startsWith(SelfGivenName.OF_THE_BUNDLE));
        return noted;
    }

    private void restore(Map<String, List<String>> before) {
        Map<String, List<String>> now = ofTheBundle();
        before.forEach((name, values) -> {
            if (!values.equals(now.get(name))) {
                user.setAttribute(name, values);
            }
        });
        now.keySet().stream().filter(name -> !before.containsKey(name)).forEach(user::removeAttribute);
    }

    @Override
    public Attributes getAttributes() {
        return kept.getAttributes();
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public <R extends AbstractUserRepresentation> R toRepresentation(boolean full) {
        return kept.toRepresentation(full);
    }
}
