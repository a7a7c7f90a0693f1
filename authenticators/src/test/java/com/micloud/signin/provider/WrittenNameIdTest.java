package com.micloud.signin.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.TestRealms;
import com.micloud.signin.TestRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The NameID of a SAML answer")
final class WrittenNameIdTest {

    private final TestRequest request = new TestRequest(TestRealms.guarded(), "/realms/micloud/broker/okta/endpoint");

    @ParameterizedTest(name = "[{0}] is [{1}]")
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "alex,alex",
                "' alex ',' alex '",
                "'alex\u00a0','alex\u00a0'",
                "'\talex\t','\talex\t'",
                "'\n    alex\n  ',alex",
                "'\r\n  alex\r\n',alex",
                "' \n alex \n ',alex",
                "'\n\n\nalex\n\n','alex'",
                "'al\nex','al\nex'",
                "'alex &amp; co','alex & co'",
                "'<![CDATA[ alex ]]>',' alex '",
                "'al<!-- x -->ex',alex",
                "'',''"
            })
    @DisplayName("is read with its blanks, but without the line breaks around it and their indentation")
    void written(String xml, String name) throws IOException {
        request.posted("SAMLResponse", base64(response(assertion(nameId(xml)))));
        assertThat(WrittenNameId.in(request.context())).contains(name.replace("\r\n", "\n"));
    }

    @Test
    @DisplayName("is read from the address too, where it comes by a redirect")
    void redirected() throws IOException {
        request.query("SAMLResponse", deflated(response(assertion(nameId(" alex ")))));
        assertThat(WrittenNameId.in(request.context())).contains(" alex ");
    }

    @Test
    @DisplayName("is that of the form where both are there, as Keycloak reads a posted form")
    void formFirst() throws IOException {
        request.query("SAMLResponse", deflated(response(assertion(nameId("eve")))));
        request.posted("SAMLResponse", base64(response(assertion(nameId("alex")))));
        assertThat(WrittenNameId.in(request.context())).contains("alex");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<saml:Assertion ID='a' Version='2.0' IssueInstant='2026-01-01T00:00:00Z'/>",
                "<saml:Assertion ID='a' Version='2.0' IssueInstant='2026-01-01T00:00:00Z'><saml:Subject/>"
                        + "</saml:Assertion>",
                "<saml:Assertion ID='a' Version='2.0' IssueInstant='2026-01-01T00:00:00Z'><saml:Subject>"
                        + "<saml:EncryptedID/></saml:Subject></saml:Assertion>"
            })
    @DisplayName("is none where there is no assertion to read, or none in its subject")
    void none(String assertion) throws IOException {
        request.posted("SAMLResponse", base64(response(assertion)));
        assertThat(WrittenNameId.in(request.context())).isEmpty();
    }

    @Test
    @DisplayName("is none where nothing was sent, as with an artifact")
    void nothingSent() throws IOException {
        assertThat(WrittenNameId.in(request.context())).isEmpty();
    }

    @Test
    @DisplayName("is the one right in the subject, not one in its confirmation")
    void inSubject() throws IOException {
        request.posted(
                "SAMLResponse",
                base64(response(assertion("<saml:SubjectConfirmation Method='urn:oasis:names:tc:SAML:2.0:cm:bearer'>"
                        + "<saml:NameID>eve</saml:NameID></saml:SubjectConfirmation>" + nameId("alex")))));
        assertThat(WrittenNameId.in(request.context())).isEqualTo(Optional.of("alex"));
    }

    private static String nameId(String xml) {
        return "<saml:NameID>" + xml + "</saml:NameID>";
    }

    private static String assertion(String subject) {
        return "<saml:Assertion ID='a' Version='2.0' IssueInstant='2026-01-01T00:00:00Z'>"
                + "<saml:Issuer>okta</saml:Issuer><saml:Subject>" + subject + "</saml:Subject></saml:Assertion>";
    }

    private static String response(String assertion) {
        return "<samlp:Response xmlns:samlp='urn:oasis:names:tc:SAML:2.0:protocol'"
                + " xmlns:saml='urn:oasis:names:tc:SAML:2.0:assertion' ID='r' Version='2.0'"
                + " IssueInstant='2026-01-01T00:00:00Z'><saml:Issuer>okta</saml:Issuer><samlp:Status>"
                + "<samlp:StatusCode Value='urn:oasis:names:tc:SAML:2.0:status:Success'/></samlp:Status>" + assertion
                + "</samlp:Response>";
    }

    private static String base64(String xml) {
        return Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static String deflated(String xml) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflating =
                new DeflaterOutputStream(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
            deflating.write(xml.getBytes(StandardCharsets.UTF_8));
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
