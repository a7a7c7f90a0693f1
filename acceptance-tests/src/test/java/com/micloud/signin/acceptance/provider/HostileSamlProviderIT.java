package com.micloud.signin.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.people.Customer;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.provider.Attack;
import com.micloud.signin.acceptance.harness.provider.SamlAnswer;
import com.micloud.signin.acceptance.harness.provider.SamlAnswer.Signed;
import com.micloud.signin.acceptance.harness.provider.SignatureWrapping;
import com.micloud.signin.acceptance.harness.provider.StandInSamlProvider;
import com.micloud.signin.acceptance.harness.saml.SamlXml;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A hostile SAML provider")
final class HostileSamlProviderIT extends HostileProvider<StandInSamlProvider> {
    private static final String TROUBLE = "identity_provider_login_failure";

    HostileSamlProviderIT() {
        super(Customer::withSaml);
    }

    @Nested
    @DisplayName("that asserts somebody else")
    final class SomebodyElse extends AnotherPerson {}

    private interface Spoiling {
        void spoil(SamlAnswer answer, String username);
    }

    private static Arguments row(String what, int status, String reason, Spoiling spoiling) {
        return Arguments.of(what, status, reason, spoiling);
    }

    private static Arguments unacceptable(String what, Spoiling spoiling) {
        return row(what, 502, TROUBLE, spoiling);
    }

    static Stream<Arguments> signatures() {
        return Stream.of(
                unacceptable("nothing signed", (answer, name) -> answer.signed(Signed.NOTHING)),
                unacceptable("only the response signed", (answer, name) -> answer.signed(Signed.RESPONSE)),
                unacceptable("another key", (answer, name) -> answer.signedWithAnUnknownKey()),
                unacceptable("changed after signing", (answer, name) -> answer.set("nameId", "x" + name)
                        .changedOnTheWay(xml -> xml.replace("x" + name, name))),
                unacceptable("two assertions, one signed", (answer, name) -> answer.set("nameId", "x" + name)
                        .secondAssertion(name, false)));
    }

    static Stream<Arguments> conditions() {
        return Stream.of(
                unacceptable("another audience", (answer, name) -> answer.set("audience", "https://evil.example")),
                unacceptable("no audience", (answer, name) -> answer.written(without("AudienceRestriction"))),
                unacceptable("no conditions", (answer, name) -> answer.written(without("Conditions"))),
                unacceptable("an audience that is no address", (answer, name) -> answer.set("audience", "%%%")),
                unacceptable("another issuer of all", (answer, name) -> answer.set("issuer", "https://evil.example")),
                unacceptable(
                        "another issuer of the assertion",
                        (answer, name) -> answer.set("assertionIssuer", "https://evil.example")),
                unacceptable(
                        "another destination", (answer, name) -> answer.set("destination", "https://evil.example")),
                unacceptable("no destination", (answer, name) -> answer.set("destination", "")
                        .changedOnTheWay(xml -> xml.replace("Destination=\"\"", ""))),
                unacceptable("another recipient", (answer, name) -> answer.set("recipient", "https://evil.example")),
                unacceptable("expired", (answer, name) -> answer.set("notBefore", "2020-01-01T00:00:00Z")
                        .set("notOnOrAfter", "2020-01-01T01:00:00Z")),
                unacceptable("from the future", (answer, name) -> answer.set("notBefore", "2090-01-01T00:00:00Z")
                        .set("notOnOrAfter", "2090-01-01T01:00:00Z")),
                unacceptable("a time that is none", (answer, name) -> answer.set("notBefore", "yesterday")));
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                unacceptable("to another request", (answer, name) -> answer.set("inResponseTo", "_another")),
                unacceptable("to no request", (answer, name) -> answer.set("inResponseTo", "")),
                unacceptable(
                        "an assertion to another request",
                        (answer, name) -> answer.set("assertionInResponseTo", "_another")),
                unacceptable(
                        "an assertion to no request, made to fit",
                        (answer, name) -> answer.set("assertionInResponseTo", "")),
                unacceptable(
                        "an assertion without confirmation",
                        (answer, name) -> answer.written(without("SubjectConfirmation"))));
    }

    static Stream<Arguments> messages() {
        return Stream.of(
                row("an empty name", 403, MISMATCH, (answer, name) -> answer.set("nameId", "")),
                row("a comment inside the name", 403, MISMATCH, (answer, name) -> answer.set(
                                "nameId", name + ".evil.example")
                        .changedOnTheWay(xml -> xml.replace(name + ".evil", name + "<!-- -->.evil"))),
                row("a comment before the name", 403, MISMATCH, (answer, name) -> answer.set("nameId", "x" + name)
                        .changedOnTheWay(xml -> xml.replace("x" + name, "x<!-- -->" + name))),
                row("two assertions, the first about another", 403, MISMATCH, (answer, name) -> answer.set(
                                "nameId", "x" + name)
                        .secondAssertion(name, true)),
                unacceptable(
                        "an instruction inside the name", (answer, name) -> answer.set("nameId", name + ".evil.example")
                                .changedOnTheWay(xml -> xml.replace(name + ".evil", name + "<?x y?>.evil"))),
                unacceptable(
                        "an element inside the name",
                        (answer, name) -> answer.set("nameId", name + "<x>.evil.example</x>")),
                unacceptable("no name", (answer, name) -> answer.written(without("NameID"))),
                unacceptable("no subject", (answer, name) -> answer.written(without("Subject"))),
                unacceptable("no assertion", (answer, name) -> answer.written(without("Assertion"))),
                unacceptable(
                        "an encrypted assertion that is garbage",
                        (answer, name) -> answer.written(
                                xml -> xml.replaceAll("(?s)<saml:Assertion.*</saml:Assertion>", garbage("Assertion")))),
                unacceptable(
                        "an encrypted name that is garbage",
                        (answer, name) -> answer.written(
                                xml -> xml.replaceAll("(?s)<saml:NameID.*</saml:NameID>", garbage("ID")))),
                unacceptable(
                        "a document type",
                        (answer, name) -> answer.changedOnTheWay(xml -> "<!DOCTYPE samlp:Response>" + xml)),
                unacceptable("an entity as name", (answer, name) -> answer.set("nameId", "x")
                        .changedOnTheWay(xml -> entity("\"" + name + "\"") + xml.replace(">x<", ">&n;<"))),
                unacceptable(
                        "half a message",
                        (answer, name) -> answer.changedOnTheWay(xml -> xml.substring(0, xml.length() / 2))),
                unacceptable("nothing", (answer, name) -> answer.changedOnTheWay(xml -> "")),
                unacceptable("something else", (answer, name) -> answer.changedOnTheWay(xml -> "<html/>")),
                unacceptable("a log-out response", (answer, name) -> answer.signed(Signed.RESPONSE)
                        .changedOnTheWay(xml -> xml.replace("samlp:Response", "samlp:LogoutResponse"))));
    }

    private static UnaryOperator<String> without(String element) {
        return xml -> xml.replaceAll("(?s)<saml:" + element + "[ >].*</saml:" + element + ">", "");
    }

    private static String entity(String definition) {
        return "<!DOCTYPE samlp:Response [<!ENTITY n " + definition + ">]>";
    }

    private static String garbage(String what) {
        return """
                <saml:Encrypted%s><xenc:EncryptedData xmlns:xenc="http://www.w3.org/2001/04/xmlenc#" \
                Type="http://www.w3.org/2001/04/xmlenc#Element"><xenc:EncryptionMethod \
                Algorithm="http://www.w3.org/2001/04/xmlenc#aes256-cbc"/><ds:KeyInfo \
                xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><xenc:EncryptedKey><xenc:EncryptionMethod \
                Algorithm="http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p"/><xenc:CipherData>\
                <xenc:CipherValue>Z2FyYmFnZQ==</xenc:CipherValue></xenc:CipherData></xenc:EncryptedKey></ds:KeyInfo>\
                <xenc:CipherData><xenc:CipherValue>Z2FyYmFnZQ==</xenc:CipherValue></xenc:CipherData>\
                </xenc:EncryptedData></saml:Encrypted%s>"""
                .formatted(what, what);
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @MethodSource({"signatures", "conditions", "requests", "messages"})
    @DisplayName("whose answer is not in order, signs nobody in")
    void answer(String what, int status, String reason, Spoiling spoiling) {
        provider.spoiling(answer -> spoiling.spoil(answer, username));
        assertRefused(status, reason);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("whose signed answer somebody wraps to become another, signs in neither")
    void wrapping(SignatureWrapping way) {
        var mallory = customer.colleague(portal);
        provider.signsIn(mallory.username()).spoiling(answer -> answer.wrapped(way, username));
        assertRefused(502, TROUBLE, mallory);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"XSW1", "XSW2"})
    @DisplayName("that signs responses only, and whose answer somebody wraps to become another, signs in neither")
    void wrappingOfResponses(SignatureWrapping way) {
        try (var lax = new StandInSamlProvider(portal)) {
            var mallory = customer.colleague(portal);
            portal.admin().provider(customer.account(), lax.representation(Map.of("wantAssertionsSigned", "false")));
            lax.signsIn(mallory.username()).spoiling(answer -> answer.wrapped(way, username));
            var attack = Attack.on(portal, customer.member(), mallory);
            tab.open(application.begin().url()).username(username).press("sso-" + lax.alias());
            attack.failed(tab.page(), 502, TROUBLE);
        }
    }

    @Test
    @DisplayName("cannot make the portal fetch anything")
    void externalEntity() {
        var address = "SYSTEM \"" + provider.address() + "/secret\"";
        provider.spoiling(answer ->
                answer.set("nameId", "x").changedOnTheWay(xml -> entity(address) + xml.replace(">x<", ">&n;<")));
        assertRefused(502, TROUBLE);
        assertThat(provider.unexpectedRequests()).isZero();
    }

    @Test
    @DisplayName("whose answer is enormous, signs nobody in")
    void enormous() {
        provider.signsIn(username + "x".repeat(200_000));
        assertRefused(413, "");
    }

    @Nested
    @DisplayName("whose answer")
    final class Answers {
        @BeforeEach
        void pause() {
            provider.pausing();
            enter(username);
        }

        @Test
        @DisplayName("comes again in the same browser, gives no second session")
        void replayed() {
            var answer = provider.answer();
            tab.post(provider.consumer(), answer).arrival();
            var attack = attackOn();
            tab.post(provider.consumer(), answer);
            assertThat(tab.page().status()).as("%s", tab).isEqualTo(400);
            attack.assertNobodyGotIn(tab.page());
        }

        @Test
        @DisplayName("comes again in another browser, signs nobody in there")
        void replayedElsewhere() {
            var answer = provider.answer();
            tab.post(provider.consumer(), answer).arrival();
            var attack = attackOn();
            var elsewhere = PlainTab.wantingPages();
            elsewhere.post(provider.consumer(), answer);
            attack.failed(elsewhere.page(), 400, "cookie_not_found");
            assertThat(elsewhere.browser().cookieNames()).doesNotContain("KEYCLOAK_IDENTITY");
        }

        @Test
        @DisplayName("comes again for the next sign-in, signs nobody in")
        void replayedLater() {
            var answer = new HashMap<>(provider.answer());
            tab.post(provider.consumer(), answer).arrival();
            var attack = attackOn();
            var elsewhere = PlainTab.wantingPages();
            elsewhere.open(application.begin().url()).username(username);
            answer.put("RelayState", provider.answer().get("RelayState"));
            elsewhere.post(provider.consumer(), answer);
            attack.failed(elsewhere.page(), 502, TROUBLE);
            assertThat(elsewhere.browser().cookieNames()).doesNotContain("KEYCLOAK_IDENTITY");
        }

        @Test
        @DisplayName("is posted by another browser than the one that asked, signs nobody in")
        void stolen() {
            var attack = attackOn();
            var elsewhere = PlainTab.wantingPages();
            elsewhere.post(provider.consumer(), provider.answer());
            attack.failed(elsewhere.page(), 400, "cookie_not_found");
        }

        @Test
        @DisplayName("is for another tab, signs nobody in there")
        void ofAnotherTab() {
            var colleague = customer.colleague(portal);
            var attack = Attack.on(portal, customer.member(), colleague);
            var mine = provider.answer().get("RelayState");
            var other = tab.another();
            other.open(application.begin().url()).username(colleague.username());
            var theirs = new HashMap<>(provider.signsIn(colleague.username()).answer());
            theirs.put("RelayState", mine);
            tab.post(provider.consumer(), theirs);
            attack.failed(tab.page(), 502, TROUBLE);
        }

        static Stream<Arguments> relayStates() {
            return Stream.of(
                    relayState("none", 400, "invalid_saml_response", state -> ""),
                    relayState("an empty one", 400, "invalid_saml_response", state -> "&RelayState="),
                    relayState("a blank one", 400, "invalid_saml_response", state -> "&RelayState=+"),
                    relayState(
                            "half of it",
                            400,
                            "invalidRequestMessage",
                            state -> "&RelayState=" + state.substring(0, 20)),
                    relayState("something else", 400, "invalidRequestMessage", state -> "&RelayState=x"),
                    relayState(
                            "an address",
                            400,
                            "invalidRequestMessage",
                            state -> "&RelayState=https%3A%2F%2Fevil.example%2F"),
                    relayState(
                            "an enormous one",
                            400,
                            "invalidRequestMessage",
                            state -> "&RelayState=" + "x".repeat(10_000)),
                    relayState("another one before", 400, TROUBLE, state -> "&RelayState=x&RelayState=" + state),
                    relayState("another one behind", 502, TROUBLE, state -> "&RelayState=" + state + "&RelayState=x"));
        }

        private static Arguments relayState(String what, int status, String reason, UnaryOperator<String> change) {
            return Arguments.of(what, status, reason, change);
        }

        @ParameterizedTest(name = "{0}: {1} {2}")
        @MethodSource("relayStates")
        @DisplayName("comes without the right RelayState, signs nobody in")
        void spoiltRelayState(String what, int status, String reason, UnaryOperator<String> change) {
            var attack = attackOn();
            var answer = provider.answer();
            var body = "SAMLResponse=" + Parameters.encode(answer.get("SAMLResponse"))
                    + change.apply(Parameters.encode(answer.get("RelayState")));
            var page = tab.browser()
                    .postRaw(
                            provider.consumer(),
                            "application/x-www-form-urlencoded",
                            body.getBytes(StandardCharsets.UTF_8));
            attack.failed(page, status, reason);
        }

        @Test
        @DisplayName("comes by redirection without a signature of its own, signs nobody in")
        void redirected() {
            var attack = attackOn();
            var answer = new HashMap<>(provider.answer());
            answer.put("SAMLResponse", SamlXml.deflate(SamlXml.decode(answer.get("SAMLResponse"))));
            tab.open(URI.create(provider.consumer() + "?" + Parameters.encode(answer)));
            attack.failed(tab.page(), 502, TROUBLE);
        }

        @Test
        @DisplayName("is only the promise of one (an artifact), signs nobody in")
        void artifact() {
            var attack = attackOn();
            tab.post(
                    provider.consumer(),
                    Map.of(
                            "SAMLart",
                            "AAQAAMFbLinlXaCM",
                            "RelayState",
                            provider.answer().get("RelayState")));
            attack.failed(tab.page(), 502, TROUBLE);
        }
    }
}
