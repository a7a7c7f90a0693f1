package com.micloud.signin.demo.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.realm.DemoDescription;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The banner")
class BannerTest {

    private static final DemoDescription DEMO = DemoDescription.standard();
    private static final String TEXT = new Banner(
                    new DemoOptions(
                            Path.of("kc"), Path.of("work"), List.of(), "127.0.0.1", 8081, 9000, 1026, 1081, false),
                    DEMO)
            .text();

    @Test
    void saysWhereToGo() {
        assertThat(TEXT)
                .contains("http://localhost:8081/realms/micloud/demo")
                .contains("http://localhost:8081/admin   (admin / admin)")
                .contains("http://localhost:1081");
    }

    @Test
    void listsEveryUserWithPasswordAndPurpose() {
        assertThat(DEMO.people()).hasSize(10).allSatisfy(person -> assertThat(TEXT)
                .containsPattern(Pattern.quote(person.username()) + " +"
                        + Pattern.quote(person.hasPassword() ? person.password() : "none") + " .*"
                        + Pattern.quote(person.shows())));
    }

    @Test
    void saysWhoPlaysTheProvidersAndHowToSignInThere() {
        assertThat(TEXT)
                .contains("stand in for Azure AD and Okta")
                .contains("Enterprise-1")
                .contains("called someone.else@contoso.example there");
        assertThat(DEMO.providers()).allSatisfy(provider -> assertThat(TEXT).contains(provider.alias()));
    }
}
