package com.micloud.signin.demopage;

import java.util.Map;

/** Explains the standard error codes to the user. */
final class PlainWords {

    private static final Map<String, String> OAUTH = Map.ofEntries(
            Map.entry(
                    "login_required",
                    "The application asked not to show any page, and somebody has to sign in first. Start it again"
                            + " without prompt=none."),
            Map.entry(
                    "interaction_required",
                    "The application asked not to show any page, and the portal has something to ask. Start it again"
                            + " without prompt=none."),
            Map.entry(
                    "account_selection_required",
                    "The application asked not to show any page, and an account has to be chosen first. Start it"
                            + " again without prompt=none, or name the account."),
            Map.entry("consent_required", "The user has to agree first, and the application asked for no page."),
            Map.entry("access_denied", "The sign-in was cancelled or refused."),
            Map.entry(
                    "temporarily_unavailable",
                    "The portal could not finish the sign-in in time. Try again in a moment."),
            Map.entry("server_error", "Something went wrong in the portal. The server's log says what."),
            Map.entry("invalid_request", "The portal did not understand the application's request."),
            Map.entry("invalid_scope", "The application asked for something that the realm does not give it."),
            Map.entry("unauthorized_client", "The realm does not allow the application to sign users in this way."),
            Map.entry(
                    "invalid_client",
                    "The realm does not accept how the application identified itself. Its secret may have changed."),
            Map.entry(
                    "invalid_grant",
                    "What the application held is no longer good: it was used already, has run out, or was taken"
                            + " back. Sign in again."));

    private PlainWords() {}

    static String ofOAuth(String error) {
        return OAUTH.getOrDefault(error, "The portal answered with an error.");
    }

    /** The same for the last part of a SAML status code. */
    static String ofSaml(String status) {
        return switch (status) {
            case "NoPassive" -> ofOAuth("interaction_required");
            case "AuthnFailed", "RequestDenied" -> ofOAuth("access_denied");
            default -> "The portal answered with an error.";
        };
    }
}
