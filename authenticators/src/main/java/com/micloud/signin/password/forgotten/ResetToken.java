package com.micloud.signin.password.forgotten;

import java.util.Optional;
import org.keycloak.authentication.actiontoken.DefaultActionToken;

/** The signed content of the link in a reset mail. */
final class ResetToken extends DefaultActionToken {

    static final String TYPE = "micloud-reset";

    private static final String MAIL = "micloud_reset";

    ResetToken(MailedReset reset, String email, long expiresAt, String signIn, String clientId) {
        super(reset.userId(), TYPE, Math.toIntExact(expiresAt), null, signIn);
        issuedFor = clientId;
        setEmail(email);
        setNote(MAIL, reset.text());
    }

    /** For JSON. */
    private ResetToken() {}

    /** The mail that the link is from; empty where its token is none of ours. */
    Optional<MailedReset> reset() {
        return Optional.ofNullable(getNote(MAIL)).flatMap(MailedReset::of).filter(reset -> reset.userId()
                .equals(getUserId()));
    }
}
