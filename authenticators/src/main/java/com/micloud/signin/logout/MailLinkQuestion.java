package com.micloud.signin.logout;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.keycloak.TokenCategory;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.JsonWebToken;

/**
 * What the form carries that asks whether to sign somebody out for a mail link, signed by the realm: for which session it
 * asks, so that no other page can have that session ended, and for which link, so that it leads nowhere else.
 */
final class MailLinkQuestion extends JsonWebToken {

    private static final String TYPE = "micloud-mail-link";

    /** Seconds for which the form can be sent; who comes later opens the link of the mail again. */
    private static final long LIFESPAN = 3600;

    @JsonProperty("micloud_session")
    private String browserSession;

    @JsonProperty("micloud_place")
    private String place;

    @JsonProperty("micloud_query")
    private String query;

    /** For JSON. */
    private MailLinkQuestion() {}

    /** The form's text that asks whether to end that session and to go on with that link. */
    static String text(KeycloakSession session, UserSessionModel asked, MailLink link) {
        MailLinkQuestion question = new MailLinkQuestion();
        question.issuedNow()
                .exp(now() + LIFESPAN)
                .issuer(session.getContext().getRealm().getId())
                .type(TYPE);
        question.browserSession = asked.getId();
        question.place = link.place().name();
        question.query = link.query();
        return session.tokens().encode(question);
    }

    /** The question that a text is; empty where it was not made here for this purpose, or is too old. */
    static Optional<MailLinkQuestion> read(KeycloakSession session, String text) {
        RealmModel realm = session.getContext().getRealm();
        return Optional.ofNullable(session.tokens().decode(text, MailLinkQuestion.class))
                .filter(question -> TYPE.equals(question.getType()))
                .filter(question -> realm.getId().equals(question.getIssuer()))
                .filter(question -> question.getExp() != null && question.getExp() > now())
                .filter(question -> question.query != null && question.place().isPresent());
    }

    private static long now() {
        return MILLISECONDS.toSeconds(Time.currentTimeMillis());
    }

    private Optional<MailLink.Place> place() {
        return MailLink.Place.named(place);
    }

    /** Whether it asks for that session. */
    boolean isAbout(UserSessionModel session) {
        return session.getId().equals(browserSession);
    }

    MailLink link() {
        return new MailLink(place().orElseThrow(), query);
    }

    @Override
    public TokenCategory getCategory() {
        return TokenCategory.INTERNAL;
    }
}
