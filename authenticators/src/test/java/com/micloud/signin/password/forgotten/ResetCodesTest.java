package com.micloud.signin.password.forgotten;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.Answers;
import com.micloud.signin.Fake;
import com.micloud.signin.TestObjects;
import com.micloud.signin.TestUsers;
import com.micloud.signin.password.forgotten.ResetCodes.Outcome;
import com.micloud.signin.password.forgotten.ResetCodes.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.common.util.Time;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeyManager;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

@DisplayName("The code of a reset mail")
final class ResetCodesTest {

    private static final Outcome WRONG = new Outcome(Verdict.WRONG, "");
    private static final Outcome OVER = new Outcome(Verdict.OVER, "");

    private final TestObjects objects = new TestObjects();
    private final Map<String, String> attributes = new HashMap<>();
    private final Map<String, KeyWrapper> keys = new HashMap<>();
    private String activeKey = "key-1";
    private final UserModel alex = TestUsers.named("alex");
    private final MailedReset mail = new MailedReset(alex.getId(), "mail-1", 100);

    ResetCodesTest() {
        keys.put("key-1", key("key-1"));
        keys.put("key-2", key("key-2"));
    }

    @Test
    @DisplayName("is six digits, which are right once, at their own place")
    void right() {
        String place = codes().expect();
        String code = issue(place);
        assertThat(code).matches("[0-9]{6}");
        assertThat(codes().attempt(List.of(place), code)).isEqualTo(new Outcome(Verdict.RIGHT, mail.text()));
        assertThat(codes().attempt(List.of(place), code)).isEqualTo(OVER);
    }

    @Test
    @DisplayName("names the mail that it came in")
    void names() {
        String place = codes().expect();
        String code = issue(place);
        assertThat(codes().attempt(List.of(place), code).reset()).contains(mail);
        assertThat(WRONG.reset()).isEmpty();
    }

    @Test
    @DisplayName("is wrong at another place")
    void otherPlace() {
        String place = codes().expect();
        String other = codes().expect();
        String code = issue(place);
        issue(other);
        assertThat(codes().attempt(List.of(other), code)).isEqualTo(WRONG);
    }

    @Test
    @DisplayName("is found among the codes of all mails that the page has asked for")
    void several() {
        String first = codes().expect();
        String second = codes().expect();
        String code = issue(first);
        issue(second);
        assertThat(codes().attempt(List.of(second, first), code).verdict()).isEqualTo(Verdict.RIGHT);
    }

    @Test
    @DisplayName("costs a guess as much, and answers the same, where none was sent")
    void nobody() {
        attributes.put("micloud.resetCodeTries", "2");
        String sent = codes().expect();
        String wrong = other(issue(sent));
        String unsent = codes().expect();
        for (Outcome expected : List.of(WRONG, WRONG, OVER)) {
            assertThat(codes().attempt(List.of(sent), wrong)).isEqualTo(expected);
            assertThat(codes().attempt(List.of(unsent), wrong)).isEqualTo(expected);
        }
    }

    @Test
    @DisplayName("is not even tried once all tries are used")
    void triesUsed() {
        attributes.put("micloud.resetCodeTries", "1");
        String place = codes().expect();
        String code = issue(place);
        assertThat(codes().attempt(List.of(place), other(code))).isEqualTo(WRONG);
        assertThat(codes().attempt(List.of(place), code)).isEqualTo(OVER);
    }

    @Test
    @DisplayName("is over once its time is up, and where there was no place for it")
    void tooLate() {
        attributes.put("micloud.resetCodeLifespan", "60");
        String place = codes().expect();
        String code = issue(place);
        assertThat(codes().attempt(List.of("nowhere"), code)).isEqualTo(OVER);
        assertThat(codes().attempt(List.of(), code)).isEqualTo(OVER);
        objects.pass(60);
        assertThat(codes().attempt(List.of(place), code)).isEqualTo(OVER);
    }

    @Test
    @DisplayName("is over once its time is up, even where the store still has it")
    void tooLateForTheStore() {
        String place = codes().expect();
        String code = issue(place);
        Time.setOffset(901);
        try {
            assertThat(codes().attempt(List.of(place), code)).isEqualTo(OVER);
        } finally {
            Time.setOffset(0);
        }
        assertThat(codes().attempt(List.of(place), code).verdict()).isEqualTo(Verdict.RIGHT);
    }

    @Test
    @DisplayName("is right after the realm has a new key, too")
    void keyRotated() {
        String place = codes().expect();
        String code = issue(place);
        activeKey = "key-2";
        assertThat(codes().attempt(List.of(place), code).verdict()).isEqualTo(Verdict.RIGHT);
    }

    @Test
    @DisplayName("is not made where too many wrong ones of the user were typed")
    void tooMany() {
        attributes.put("micloud.resetWrongCodes", "2");
        String place = codes().expect();
        String code = issue(place);
        codes().attempt(List.of(place), other(code));
        assertThat(codes().issue(codes().expect(), mail, alex)).isPresent();
        codes().attempt(List.of(place), other(code));
        assertThat(codes().issue(codes().expect(), mail, alex)).isEmpty();
        assertThat(codes().issue(codes().expect(), mail, TestUsers.named("finn")))
                .isPresent();
    }

    @Test
    @DisplayName("is kept only as a hash, another one at each place")
    void hashed() {
        String place = codes().expect();
        String code = issue(place);
        Map<String, String> kept = objects.provider().get("micloud.reset.code.realm-1." + place);
        assertThat(kept.get("hash")).isNotEqualTo(code).hasSize(88);
        assertThat(kept).doesNotContainValue(code);
    }

    private String issue(String place) {
        return codes().issue(place, mail, alex).orElseThrow();
    }

    /** Another code of six digits. */
    private static String other(String code) {
        return (code.charAt(0) == '0' ? '1' : '0') + code.substring(1);
    }

    private static KeyWrapper key(String id) {
        KeyWrapper key = new KeyWrapper();
        key.setKid(id);
        key.setSecretKey(new SecretKeySpec(id.repeat(10).getBytes(StandardCharsets.US_ASCII), "HmacSHA512"));
        return key;
    }

    private ResetCodes codes() {
        RealmModel realm = Answers.by(RealmModel.class, (method, arguments) -> switch (method) {
            case "getId" -> "realm-1";
            case "getAttribute" -> attributes.get(arguments[0]);
            default -> throw Answers.unexpected(method);
        });
        KeyManager manager = Answers.by(KeyManager.class, (method, arguments) -> switch (method) {
            case "getActiveKey" -> keys.get(activeKey);
            case "getKey" -> keys.get(arguments[1]);
            default -> throw Answers.unexpected(method);
        });
        return new ResetCodes(Fake.of(
                KeycloakSession.class,
                Map.of(
                        "getContext",
                        Fake.of(KeycloakContext.class, Map.of("getRealm", realm)),
                        "singleUseObjects",
                        objects.provider(),
                        "keys",
                        manager)));
    }
}
