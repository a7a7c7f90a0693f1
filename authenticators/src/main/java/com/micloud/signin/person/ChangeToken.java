package com.micloud.signin.person;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.TokenCategory;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.representations.JsonWebToken;

/** The signed content of the link in a mail that confirms a new address. */
final class ChangeToken extends JsonWebToken {

    private static final String TYPE = "micloud-name-change";

    @JsonProperty("micloud_address")
    private String address;

    @JsonProperty("micloud_for_username")
    private boolean forUsername;

    @JsonProperty("micloud_for_email")
    private boolean forEmail;

    @JsonProperty("micloud_old_username")
    private String oldUsername;

    @JsonProperty("micloud_old_email")
    private String oldEmail;

    @JsonProperty("micloud_asked")
    private long asked;

    /** For JSON. */
    private ChangeToken() {}

    /** The token of a change that this user asks for now. */
    static ChangeToken of(KeycloakSession session, UserModel user, NameChange change) {
        RealmModel realm = session.getContext().getRealm();
        ChangeToken token = new ChangeToken();
        token.id(KeycloakModelUtils.generateId())
                .issuedNow()
                .exp(now() + lifespan(realm))
                .issuer(realm.getId())
                .subject(user.getId())
                .type(TYPE);
        token.address = change.address();
        token.forUsername = change.username();
        token.forEmail = change.email();
        token.oldUsername = user.getUsername();
        token.oldEmail = Objects.requireNonNullElse(user.getEmail(), "");
        token.asked = Time.currentTimeMillis();
        return token;
    }

    /** The token that a text is; empty where it was not made here for this purpose, or is too old. */
    static Optional<ChangeToken> read(KeycloakSession session, String text) {
        RealmModel realm = session.getContext().getRealm();
        return Optional.ofNullable(session.tokens().decode(text, ChangeToken.class))
                .filter(token -> TYPE.equals(token.getType()))
                .filter(token -> realm.getId().equals(token.getIssuer()))
                .filter(token -> token.getExp() != null && token.getExp() > now())
                .filter(token -> token.getId() != null && token.getSubject() != null && token.address != null);
    }

    /** Seconds since the epoch. */
    private static long now() {
        return MILLISECONDS.toSeconds(Time.currentTimeMillis());
    }

    /** The life of such a link in this realm, in seconds. */
    static int lifespan(RealmModel realm) {
        return realm.getActionTokenGeneratedByUserLifespan();
    }

    NameChange change() {
        return new NameChange(address, forUsername, forEmail);
    }

    String oldUsername() {
        return oldUsername;
    }

    String oldEmail() {
        return oldEmail;
    }

    /** When the change was asked for, in milliseconds since the epoch. */
    long asked() {
        return asked;
    }

    @Override
    public TokenCategory getCategory() {
        return TokenCategory.INTERNAL;
    }
}
