package com.micloud.signin.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.Answers;
import com.micloud.signin.Fake;
import com.micloud.signin.TestObjects;
import com.micloud.signin.application.AccountSelection;
import com.micloud.signin.application.Application;
import com.micloud.signin.application.ApplicationKind;
import com.micloud.signin.application.Reentry;
import com.micloud.signin.routing.Refusal;
import com.micloud.signin.session.AppVersion;
import com.micloud.signin.session.BoundAccount;
import com.micloud.signin.session.Grant;
import com.micloud.signin.session.Method;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.common.util.Time;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.RefreshToken;
import org.keycloak.util.TokenUtil;

@DisplayName("A refresh token")
final class RefreshTest {

    private static final long LATER = Time.currentTimeMillis() / 1000 + 3600;

    private final Map<String, String> notes = new HashMap<>();
    private final TestObjects objects = new TestObjects();
    private final MultivaluedMap<String, String> form = new MultivaluedHashMap<>();

    @ParameterizedTest(name = "opened by {0}, refreshed by {1}: {2}")
    @CsvSource({
        "1.0, 1.0,",
        "1.0, 1.1, APPLICATION_UPDATED",
        "1.0, ,",
        "1.0, '',",
        ", 1.0, APPLICATION_UPDATED",
        ", ,",
        "1.0, '1.0 ', APPLICATION_UPDATED"
    })
    @DisplayName("is good for the version of the application that signed the user in, and for one that names none")
    void version(String opened, String declared, Refusal expected) {
        if (declared != null) {
            form.add("app_version", declared);
        }
        Grant grant = grant(AppVersion.declared(Optional.ofNullable(opened)));
        assertThat(refresh(false, grant, token("first", LATER)).refusal()).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    @DisplayName("is good again and again in an application without rotation")
    void withoutRotation() {
        assertThat(use(false, "first")).isEmpty();
        refresh(false, grant(), token("first", LATER)).issued(token("second", LATER));
        assertThat(use(false, "first")).isEmpty();
        assertThat(notes).isEmpty();
    }

    @Test
    @DisplayName("is good once in an application with rotation, on any node")
    void once() {
        assertThat(use(true, "first")).isEmpty();
        assertThat(use(true, "first")).contains(Refusal.REFRESH_TOKEN_REUSED);
    }

    @Test
    @DisplayName("is good with rotation only if it came of the use before")
    void next() {
        refresh(true, grant(), token("first", LATER)).issued(token("second", LATER));
        objects.pass(121);
        assertThat(use(true, "first")).contains(Refusal.REFRESH_TOKEN_REUSED);
        assertThat(use(true, "third")).contains(Refusal.REFRESH_TOKEN_REUSED);
        assertThat(use(true, "second")).isEmpty();
    }

    @Test
    @DisplayName("that is too late is not marked as used")
    void notMarked() {
        refresh(true, grant(), token("first", LATER)).issued(token("second", LATER));
        use(true, "first");
        assertThat(objects.provider().contains("micloud.refreshed.first")).isFalse();
    }

    @Test
    @DisplayName("ends its grant with a refusal, whose reason stays")
    void ended() {
        assertThat(refresh(true, grant(), token("first", LATER)).ended()).isEmpty();
        refresh(true, grant(), token("first", LATER)).refuse(Refusal.REFRESH_TOKEN_REUSED);
        assertThat(refresh(true, grant(), token("first", LATER)).ended()).contains(Refusal.REFRESH_TOKEN_REUSED);
        assertThat(refresh(true, new Grant("other", 1, AppVersion.none(), account()), token("first", LATER))
                        .ended())
                .isEmpty();
    }

    @ParameterizedTest(name = "used token until {0}, next until {1}: {2}")
    @CsvSource({"1, 1, false", "2, 1, true", "1, 2, true", ", 1, true", "1, , true", "0, 1, true"})
    @DisplayName("is remembered for as long as the longer of the two is good, for ever where one has no end")
    void remembered(Long used, Long next, boolean still) {
        refresh(true, grant(), token("first", end(used))).issued(token("second", end(next)));
        // Whatever is noted next drops what has expired.
        refresh(true, new Grant("other", 1, AppVersion.none(), account()), token("x", LATER))
                .issued(token("y", LATER));
        assertThat(notes.containsKey("micloud.next.tab.1")).isEqualTo(still);
    }

    /** 1 is the past, 2 the future; 0 and null are how Keycloak writes that there is no end. */
    private static Long end(Long when) {
        if (when == null || when == 0) {
            return when;
        }
        return when == 1 ? LATER - 7200 : LATER;
    }

    private Optional<Refusal> use(boolean rotation, String id) {
        return refresh(rotation, grant(), token(id, LATER)).refusal();
    }

    private Refresh refresh(boolean rotation, Grant grant, RefreshToken used) {
        return new Refresh(session(), clientSession(), application(rotation), grant, used);
    }

    private static RefreshToken token(String id, Long end) {
        RefreshToken token = new RefreshToken(new AccessToken(), null, TokenUtil.TOKEN_TYPE_REFRESH);
        token.id(id);
        token.exp(end);
        return token;
    }

    private static Grant grant() {
        return grant(AppVersion.none());
    }

    private static Grant grant(AppVersion version) {
        return new Grant("tab.1", 1, version, account());
    }

    private static BoundAccount account() {
        return new BoundAccount("org-1", new Method.Password());
    }

    private static Application application(boolean rotation) {
        return new Application(
                "crm",
                "",
                ApplicationKind.WEB,
                true,
                AccountSelection.BEFORE,
                Reentry.USERNAME,
                true,
                rotation,
                true,
                List.of());
    }

    private AuthenticatedClientSessionModel clientSession() {
        return Answers.by(AuthenticatedClientSessionModel.class, (method, arguments) -> switch (method) {
            case "getNote" -> notes.get(arguments[0]);
            case "getNotes" -> Map.copyOf(notes);
            case "setNote" -> notes.put((String) arguments[0], (String) arguments[1]);
            case "removeNote" -> notes.remove(arguments[0]);
            default -> throw Answers.unexpected(method);
        });
    }

    private KeycloakSession session() {
        HttpRequest request = Fake.of(HttpRequest.class, Map.of("getDecodedFormParameters", form));
        return Fake.of(
                KeycloakSession.class,
                Map.of(
                        "getContext",
                        Fake.of(KeycloakContext.class, Map.of("getHttpRequest", request)),
                        "singleUseObjects",
                        objects.provider()));
    }
}
