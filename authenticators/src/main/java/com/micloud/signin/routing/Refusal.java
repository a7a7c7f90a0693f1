package com.micloud.signin.routing;

import java.util.Optional;
import java.util.stream.Stream;

/** Why a sign-in ends without a session: a stable word for the event, and a message for the person. */
public enum Refusal {
    NO_ACCOUNT("no_account", "micloudRefusedNoAccount"),
    ACCOUNT_NOT_CHOSEN("account_not_chosen", "micloudRefusedNotStartedHere"),
    ACCOUNT_DISABLED("account_disabled", "micloudRefusedAccountDisabled"),
    USER_DISABLED("user_disabled", "micloudRefusedUserDisabled"),
    NOT_A_MEMBER("not_a_member", "micloudRefusedNotMember"),
    USERNAME_MISMATCH("username_mismatch", "micloudRefusedUsernameMismatch"),
    SUBJECT_MISMATCH("subject_mismatch", "micloudRefusedSubjectMismatch"),
    WRONG_PROVIDER("wrong_provider", "micloudRefusedWrongProvider"),
    NOT_STARTED_HERE("not_started_here", "micloudRefusedNotStartedHere"),
    APPLICATION_WITHOUT_SSO("application_without_sso", "micloudRefusedApplicationWithoutSso"),
    ACCOUNT_MISCONFIGURED("account_misconfigured", "micloudRefusedAccountMisconfigured"),
    METHOD_NOT_ACCEPTED("method_not_accepted", "micloudRefusedMethod"),
    TOO_MANY_TRIES("too_many_tries", "micloudRefusedTooManyTries"),
    APPLICATION_MISCONFIGURED("application_misconfigured", "micloudRefusedUnknownApplication"),
    REALM_MISCONFIGURED("realm_misconfigured", "micloudRefusedRealmClosed"),
    OWN_PROOF_MISSING("own_proof_missing", "micloudRefusedOwnProof"),
    RENAMED("renamed", "micloudRefusedRenamed"),
    SESSION_EXPIRED("session_expired", "micloudRefusedSessionExpired"),
    PASSWORD_CHANGED("password_changed", "micloudRefusedSessionExpired"),
    APPLICATION_UPDATED("application_updated", "micloudRefusedSessionExpired"),
    REFRESH_TOKEN_REUSED("refresh_token_reused", "micloudRefusedSessionExpired");

    private final String reason;
    private final String messageKey;

    Refusal(String reason, String messageKey) {
        this.reason = reason;
        this.messageKey = messageKey;
    }

    /** The value of the event detail {@code micloud_refusal}; never changes once released. */
    public String reason() {
        return reason;
    }

    /** The theme's message for the refusal page. */
    public String messageKey() {
        return messageKey;
    }

    /** The refusal with that reason; empty for any other text. */
    public static Optional<Refusal> ofReason(String reason) {
        return Stream.of(values())
                .filter(refusal -> refusal.reason.equals(reason))
                .findFirst();
    }
}
