package com.micloud.signin.demopage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class OidcSideTest {

    private static final Addresses ADDRESSES = new Addresses("https://portal.example/auth/realms/micloud");
    private static final Hints NONE = new Hints("", "", "", "", "");
    // Verifier and challenge of RFC 7636, appendix B.
    private static final Pending.Oidc QUESTION =
            new Pending.Oidc("act-integration", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", "n-1", "");

    @Test
    void asksForACodeWithPkceStateAndNonce() {
        URI address = OidcSide.authorization(ADDRESSES, application(false), NONE, QUESTION, "s-1");

        assertThat(address.toString())
                .startsWith("https://portal.example/auth/realms/micloud/protocol/openid-connect/auth?");
        assertThat(parameters(address))
                .isEqualTo(Map.of(
                        "client_id", "act-integration",
                        "response_type", "code",
                        "scope", "openid",
                        "redirect_uri", "https://portal.example/auth/realms/micloud/demo/callback",
                        "state", "s-1",
                        "nonce", "n-1",
                        "code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
                        "code_challenge_method", "S256"));
    }

    @Test
    void asksForALongSessionWhereTheApplicationMayHaveOne() {
        assertThat(parameters(OidcSide.authorization(ADDRESSES, application(true), NONE, QUESTION, "s")))
                .containsEntry("scope", "openid offline_access");
    }

    @Test
    void hintsCannotReachOtherParameters() {
        Hints hints = new Hints("a&client_id=b#c ü", "BIRCH & Co", "select_account", "1.0+2", "UPDATE_PASSWORD");

        assertThat(parameters(OidcSide.authorization(ADDRESSES, application(false), hints, QUESTION, "s")))
                .containsEntry("client_id", "act-integration")
                .containsEntry("login_hint", "a&client_id=b#c ü")
                .containsEntry("account_hint", "BIRCH & Co")
                .containsEntry("prompt", "select_account")
                .containsEntry("app_version", "1.0+2")
                .containsEntry("kc_action", "UPDATE_PASSWORD");
    }

    @Test
    void hintsAreReadFromTheFieldsOfTheSameName() {
        Map<String, String> form =
                Map.of("login_hint", " ann ", "account_hint", "1", "prompt", "login", "app_version", " 2 ");

        assertThat(Hints.of(name -> form.getOrDefault(name, ""))).isEqualTo(new Hints("ann", "1", "login", "2", ""));
    }

    @Test
    void randomTextsAreLongAndDifferent() {
        List<String> texts = Stream.generate(RandomText::next).limit(100).toList();

        assertThat(texts).doesNotHaveDuplicates().allMatch(text -> text.matches("[A-Za-z0-9_-]{43}"));
    }

    private static Application application(boolean longSession) {
        return new Application("act-integration", "ACT!", "", Kind.DESKTOP, false, longSession, List.of());
    }

    private static Map<String, String> parameters(URI address) {
        return Stream.of(address.getRawQuery().split("&"))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
