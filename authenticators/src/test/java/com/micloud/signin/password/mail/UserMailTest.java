package com.micloud.signin.password.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.Answers;
import com.micloud.signin.Fake;
import com.micloud.signin.TestRealms;
import com.micloud.signin.TestRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

@DisplayName("A mail to a user")
final class UserMailTest {

    private final List<Object> sent = new ArrayList<>();

    @ParameterizedTest(name = "user {0}, mail [{1}]: [{2}]")
    @CsvSource({
        "alex@acme.example, '', alex@acme.example",
        "alex@acme.example, new@acme.example, new@acme.example",
        ", new@acme.example, new@acme.example",
        ", '', ''"
    })
    @DisplayName("goes to the address that it names, else to the user's own")
    void address(String own, String named, String expected) throws EmailException {
        UserModel user = user(own, null);
        UserMail mail = new UserMail("de", "subject", "mail.ftl", Map.of("code", 1), named);
        assertThat(mail.addressOf(user)).isEqualTo(expected);
        mail.send(session(), user);
        assertThat(sent).containsExactly("subject", "mail.ftl", Map.of("code", 1), expected);
    }

    @ParameterizedTest(name = "user''s [{0}], mail''s [{1}]: [{2}]")
    @CsvSource({"de, en, ", ", en, en", ", '', ", "de, '', "})
    @DisplayName("is written in the language of the user, else in that of the request, else in the realm's")
    void language(String chosen, String ofRequest, String expected) throws EmailException {
        KeycloakSession session = session();
        new UserMail(ofRequest, "subject", "mail.ftl", Map.of()).send(session, user("alex@acme.example", chosen));
        assertThat(session.getAttribute(LocaleSelectorProvider.USER_REQUEST_LOCALE))
                .isEqualTo(expected);
    }

    private static UserModel user(String email, String locale) {
        return Fake.of(
                UserModel.class,
                Map.of(
                        "getEmail",
                        email == null ? Fake.NULL : email,
                        "getFirstAttribute",
                        locale == null ? Fake.NULL : locale));
    }

    private KeycloakSession session() {
        EmailTemplateProvider[] mails = new EmailTemplateProvider[1];
        mails[0] = Answers.by(EmailTemplateProvider.class, (method, arguments) -> {
            if (method.equals("send")) {
                sent.addAll(List.of(arguments));
                return null;
            }
            return mails[0];
        });
        return new TestRequest(TestRealms.guarded(), "/realms/micloud/x")
                .answering("getProvider", mails[0])
                .session();
    }
}
