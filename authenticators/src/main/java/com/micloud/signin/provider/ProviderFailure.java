package com.micloud.signin.provider;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.keycloak.dom.saml.v2.protocol.StatusCodeType;
import org.keycloak.dom.saml.v2.protocol.StatusType;
import org.keycloak.models.KeycloakSession;

/**
 * Says more precisely than the message of Keycloak's page why the answer of an identity provider could not be used. The
 * words are for events and the server log: they never change once released, and nothing in them comes from the provider.
 */
public final class ProviderFailure {

    static final String TOKEN_ENDPOINT = "token_endpoint";
    static final String HALF_AN_ANSWER = "token_answer_incomplete";
    static final String USERINFO = "userinfo";

    private static final String SAML_STATUS = "urn:oasis:names:tc:SAML:2.0:status:";

    private static final String IN_REQUEST = "micloud.providerFailure";

    /** Of a token endpoint (RFC 6749, 5.2) and of an authorization endpoint (4.1.2.1; OpenID Connect Core, 3.1.2.6). */
    private static final Set<String> OAUTH_ERRORS = Set.of(
            "invalid_request",
            "invalid_client",
            "invalid_grant",
            "unauthorized_client",
            "unsupported_grant_type",
            "unsupported_response_type",
            "invalid_scope",
            "server_error",
            "temporarily_unavailable",
            "interaction_required",
            "login_required",
            "account_selection_required",
            "consent_required");

    private ProviderFailure() {}

    /** Notes the reason in this request; the first one counts, as the others follow from it. */
    static void note(KeycloakSession session, String reason) {
        if (session.getAttribute(IN_REQUEST) == null) {
            session.setAttribute(IN_REQUEST, reason);
        }
    }

    /** What seemed to fail went well after all. */
    static void forget(KeycloakSession session) {
        session.removeAttribute(IN_REQUEST);
    }

    /**
     * The word by which events name the failure in this request: what was noted, or what a page would say.
     *
     * @param message the key of one of Keycloak's or the bundle's messages, or what the provider wrote
     */
    public static String reason(KeycloakSession session, String message) {
        String noted = session.getAttribute(IN_REQUEST, String.class);
        return noted == null ? reason(message) : noted;
    }

    /** The word by which events name what Keycloak, or the bundle, says of a provider's failure. */
    static String reason(String message) {
        return switch (message) {
            case AskedProof.MESSAGE -> "authentication_too_old";
            case UncheckedAnswer.MESSAGE -> "provider_unchecked";
            // Keycloak's keys are words; whatever else is there was written by the provider.
            default -> message.matches("[A-Za-z]{1,80}") ? message : "failed";
        };
    }

    /** The provider sent the browser back with this error. */
    static String answered(String error) {
        return answeredWord(OAUTH_ERRORS.contains(error) ? error : "");
    }

    /** A SAML provider answered with a status that is no success; its second level says more than the first. */
    static String answered(StatusType status) {
        StatusCodeType first = status == null ? null : status.getStatusCode();
        if (first == null) {
            return answeredWord("");
        }
        String second = first.getStatusCode() == null ? "" : word(first.getStatusCode());
        return answeredWord(second.isEmpty() ? word(first) : second);
    }

    /** SAML 2.0 Core, 3.2.2.2. */
    private static String word(StatusCodeType code) {
        return switch (String.valueOf(code.getValue()).replace(SAML_STATUS, "")) {
            case "AuthnFailed" -> "authn_failed";
            case "InvalidNameIDPolicy" -> "invalid_name_id_policy";
            case "NoAuthnContext" -> "no_authn_context";
            case "NoPassive" -> "no_passive";
            case "Requester" -> "requester";
            case "RequestDenied" -> "request_denied";
            case "RequestUnsupported" -> "request_unsupported";
            case "Responder" -> "responder";
            case "UnknownPrincipal" -> "unknown_principal";
            case "VersionMismatch" -> "version_mismatch";
            default -> "";
        };
    }

    private static String answeredWord(String word) {
        return "answered_" + (word.isEmpty() ? "error" : word);
    }

    /** The token endpoint answered with this status, and this error in its body if there was one. */
    static String ofTokens(int status, String error) {
        return TOKEN_ENDPOINT + "_" + (OAUTH_ERRORS.contains(error) ? error : "status_" + status);
    }

    /** An endpoint of the provider could not be asked; empty where that is not what the exception says. */
    static Optional<String> ofConnection(String endpoint, Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            Optional<String> reason = connection(cause);
            if (reason.isPresent()) {
                return reason.map(word -> endpoint + "_" + word);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> connection(Throwable problem) {
        if (problem instanceof UnknownHostException) {
            return Optional.of("host_unknown");
        }
        if (problem instanceof InterruptedIOException) {
            return Optional.of("timed_out");
        }
        if (problem instanceof ConnectException) {
            return Optional.of("connection_refused");
        }
        return problem instanceof SSLException ? Optional.of("tls_failed") : Optional.empty();
    }
}
