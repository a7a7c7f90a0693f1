package com.micloud.signin.acceptance.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Json;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.people.WrongPasswords;
import com.micloud.signin.acceptance.harness.plain.Outside;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.portal.WithRealHash;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@AcceptanceTest
@WithRealHash
@DisplayName("Somebody who was imported with a hash that is not the realm's own")
final class OtherHashIT {
    /** Answers to a wrong password take a multiple of this, and are measured from outside. */
    private static final Duration BEAT = Duration.ofMillis(500);

    private static final int ITERATIONS = 210_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 512;

    private Portal portal;
    private OidcApplication application;
    private User imported;

    @BeforeEach
    void meet(Portal portal) throws GeneralSecurityException {
        this.portal = portal;
        application = OidcApplication.made(portal);
        imported = imported(Names.username(), Names.password());
        portal.admin().join(imported, portal.admin().account("password"));
    }

    private User imported(String username, String password) throws GeneralSecurityException {
        var salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        var hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, HASH_BITS))
                .getEncoded();
        var credential = Map.of(
                "type", "password",
                "secretData", Json.write(Map.of("value", base64(hash), "salt", base64(salt))),
                "credentialData", Json.write(Map.of("hashIterations", ITERATIONS, "algorithm", "pbkdf2-sha512")));
        var id = portal.admin()
                .create(
                        "/users",
                        Map.of(
                                "username",
                                username,
                                "email",
                                username,
                                "emailVerified",
                                true,
                                "enabled",
                                true,
                                "firstName",
                                "Test",
                                "lastName",
                                "User",
                                "credentials",
                                List.of(credential)));
        return new User(id, username, password);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private PlainTab ask(String username) {
        var tab = PlainTab.fresh();
        tab.open(application.begin().url()).username(username);
        return tab;
    }

    @Test
    @DisplayName("signs in with the password that the hash is of")
    void right() {
        ask(imported.username()).password(imported.password()).arrival();
    }

    @Test
    @DisplayName("sees with a wrong one what a user with the realm's own hash sees, and a name that nobody has")
    void wrong() {
        var own = Member.of(portal).in("password").make();
        var seen = seen(imported.username());
        assertThat(portal.events().lastOf(imported).error()).isEqualTo("invalid_user_credentials");
        assertThat(seen).isEqualTo(seen(own.username())).isEqualTo(seen(Names.username()));
    }

    private Map<String, String> seen(String username) {
        var tab = ask(username);
        return new Outside(tab, username)
                .step("a wrong password", () -> tab.password(WrongPasswords.ONE))
                .steps();
    }

    @Test
    @DisplayName("waits for the beat of wrong passwords, as a user with the realm's own hash does and as nobody does")
    void pace() {
        var own = Member.of(portal).in("password").make();
        for (var username : List.of(imported.username(), own.username(), Names.username())) {
            var tab = ask(username);
            tab.password(WrongPasswords.ONE);
            var times = tab.browser().times();
            assertThat(times.get(times.size() - 1)).as(username).isGreaterThanOrEqualTo(BEAT);
        }
    }
}
