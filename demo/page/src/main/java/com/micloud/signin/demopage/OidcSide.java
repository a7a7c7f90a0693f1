package com.micloud.signin.demopage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.micloud.signin.demopage.Portal.Reply;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.IDToken;
import org.keycloak.util.JsonSerialization;

/** Plays the applications that speak OpenID Connect: authorization code, PKCE, state and nonce. */
final class OidcSide {

    private final KeycloakSession session;
    private final Addresses addresses;
    private final Portal portal;

    OidcSide(KeycloakSession session, Addresses addresses, Portal portal) {
        this.session = session;
        this.addresses = addresses;
        this.portal = portal;
    }

    /** What came of a request for tokens. */
    sealed interface Outcome {
        record Success(SignedIn.Oidc signedIn) implements Outcome {}

        record Failure(Problem problem) implements Outcome {}
    }

    /** Where the browser has to go to sign in. */
    URI authorization(Application application, Hints hints, Drawer drawer) {
        String state = RandomText.next();
        Pending.Oidc question =
                new Pending.Oidc(application.clientId(), RandomText.next(), RandomText.next(), hints.appVersion());
        drawer.keep(state, question);
        return authorization(addresses, application, hints, question, state);
    }

    static URI authorization(
            Addresses addresses, Application application, Hints hints, Pending.Oidc question, String state) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", application.clientId());
        parameters.put("response_type", "code");
        parameters.put("scope", application.longSession() ? "openid offline_access" : "openid");
        parameters.put("redirect_uri", addresses.callback());
        parameters.put("state", state);
        parameters.put("nonce", question.nonce());
        parameters.put("code_challenge", RandomText.challengeOf(question.verifier()));
        parameters.put("code_challenge_method", "S256");
        parameters.putAll(hints.parameters());
        return URI.create(addresses.authorization() + "?" + Addresses.query(parameters));
    }

    /** Turns the code into tokens and checks them. */
    Outcome redeem(Pending.Oidc question, String code) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("grant_type", "authorization_code");
        parameters.put("code", code);
        parameters.put("redirect_uri", addresses.callback());
        parameters.put("code_verifier", question.verifier());
        Answer answer = ask(question.clientId(), parameters);
        if (answer.problem().isPresent()) {
            return new Outcome.Failure(answer.problem().get());
        }
        JsonNode tokens = answer.body();
        String idToken = tokens.path("id_token").asText("");
        Optional<String> objection =
                checked(idToken, question.clientId(), (check, token) -> check.objection(token, question.nonce()));
        if (objection.isPresent()) {
            return new Outcome.Failure(Problem.untrusted(objection.get()));
        }
        return new Outcome.Success(new SignedIn.Oidc(
                question.clientId(),
                Instant.now().getEpochSecond(),
                idToken,
                tokens.path("access_token").asText(""),
                tokens.path("refresh_token").asText(""),
                question.nonce(),
                question.appVersion(),
                SignedIn.Refresh.NONE));
    }

    /** Asks for new tokens; a refusal is part of what the application then holds. */
    Outcome refresh(SignedIn.Oidc held, String appVersion) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("grant_type", "refresh_token");
        parameters.put("refresh_token", held.refreshToken());
        if (!appVersion.isEmpty()) {
            parameters.put("app_version", appVersion);
        }
        long now = Instant.now().getEpochSecond();
        Answer answer = ask(held.clientId(), parameters);
        if (answer.problem().isPresent()) {
            Problem problem = answer.problem().get();
            return problem.status() == 200
                    ? new Outcome.Success(held.refreshed(new SignedIn.Refresh(now, problem.detail(), List.of())))
                    : new Outcome.Failure(problem);
        }
        JsonNode tokens = answer.body();
        String idToken = tokens.path("id_token").asText(held.idToken());
        String accessToken = tokens.path("access_token").asText("");
        String subject = Claims.of(held.idToken()).text("sub").orElse("");
        Optional<String> objection =
                checked(idToken, held.clientId(), (check, token) -> check.objectionAfterRefresh(token, subject));
        if (objection.isPresent()) {
            return new Outcome.Failure(Problem.untrusted(objection.get()));
        }
        List<String> changes = new ArrayList<>();
        Claims.of(held.idToken()).changesTo(Claims.of(idToken)).forEach(change -> changes.add("ID token: " + change));
        Claims.of(held.accessToken())
                .changesTo(Claims.of(accessToken))
                .forEach(change -> changes.add("Access token: " + change));
        return new Outcome.Success(new SignedIn.Oidc(
                held.clientId(),
                held.since(),
                idToken,
                accessToken,
                tokens.path("refresh_token").asText(held.refreshToken()),
                held.nonce(),
                appVersion,
                new SignedIn.Refresh(now, "", changes)));
    }

    /** What the userinfo endpoint says now, laid out for reading. */
    String userinfo(SignedIn.Oidc held) {
        Reply reply = portal.getUserinfo(held.accessToken());
        if (reply instanceof Reply.Answered answered) {
            try {
                return "HTTP " + answered.status() + "\n"
                        + (answered.body().isBlank()
                                ? ""
                                : Claims.pretty(JsonSerialization.mapper.readTree(answered.body())));
            } catch (JsonProcessingException e) {
                return "HTTP " + answered.status() + "\n" + answered.body();
            }
        }
        return "No answer: " + reply;
    }

    /** Where the browser has to go to sign out of the application, and with it of the portal. */
    URI endSession(SignedIn.Oidc held) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("id_token_hint", held.idToken());
        parameters.put("post_logout_redirect_uri", addresses.demo());
        parameters.put("state", "signed-out");
        return URI.create(addresses.endSession() + "?" + Addresses.query(parameters));
    }

    private record Answer(JsonNode body, Optional<Problem> problem) {}

    private Answer ask(String clientId, Map<String, String> parameters) {
        parameters.put("client_id", clientId);
        ClientModel client = session.getContext().getRealm().getClientByClientId(clientId);
        if (!client.isPublicClient() && client.getSecret() != null) {
            parameters.put("client_secret", client.getSecret());
        }
        Reply reply = portal.postToken(parameters);
        if (reply instanceof Reply.Answered answered) {
            return read(answered);
        }
        return failure(new Problem(
                502,
                "The application could not reach the portal",
                "The browser came back with a good answer, but this page could not ask the server for the tokens."
                        + " If the server has another address inside than outside, say which with the option"
                        + " --spi-realm-restapi-extension--demo--internal-url.",
                reply.toString()));
    }

    private static Answer read(Reply.Answered answered) {
        try {
            JsonNode body = JsonSerialization.mapper.readTree(answered.body());
            if (answered.status() == 200) {
                return new Answer(body, Optional.empty());
            }
            return failure(Problem.fromPortal(
                    body.path("error").asText("HTTP " + answered.status()),
                    body.path("error_description").asText("")));
        } catch (JsonProcessingException e) {
            return failure(Problem.fromPortal("HTTP " + answered.status(), ""));
        }
    }

    private static Answer failure(Problem problem) {
        return new Answer(JsonSerialization.mapper.createObjectNode(), Optional.of(problem));
    }

    private interface Judge {
        Optional<String> objection(IdTokenCheck check, IDToken token);
    }

    private Optional<String> checked(String idToken, String clientId, Judge judge) {
        IDToken token = session.tokens().decode(idToken, IDToken.class);
        return token == null
                ? Optional.of("The ID token is not signed with a key of the realm.")
                : judge.objection(new IdTokenCheck(addresses.realm(), clientId), token);
    }
}
