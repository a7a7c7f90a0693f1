package com.micloud.signin.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The word of a provider")
final class ProviderTrustTest {

    private static Map<String, String> settings(String written) {
        Map<String, String> settings = new HashMap<>();
        for (String setting : written.split(";", -1)) {
            String[] parts = setting.split("=", 2);
            if (parts.length == 2) {
                settings.put(parts[0], parts[1]);
            }
        }
        return settings;
    }

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            saml          | validateSignature=true;signingCertificate=MII                                 | CHECKED
            saml          | validateSignature=true;useMetadataDescriptorUrl=true;metadataDescriptorUrl=x  | CHECKED
            saml          | validateSignature=TRUE;signingCertificate=MII                                 | CHECKED
            saml          | validateSignature=false;signingCertificate=MII                                | NOT_VALIDATED
            saml          | signingCertificate=MII;wantAssertionsSigned=true                              | NOT_VALIDATED
            saml          | validateSignature=yes;signingCertificate=MII                                  | NOT_VALIDATED
            saml          | -                                                                             | NOT_VALIDATED
            saml          | validateSignature=true                                                        | WITHOUT_KEYS
            saml          | validateSignature=true;signingCertificate=                                    | WITHOUT_KEYS
            saml          | validateSignature=true;useMetadataDescriptorUrl=true                          | WITHOUT_KEYS
            saml          | validateSignature=true;metadataDescriptorUrl=x                                | WITHOUT_KEYS
            saml          | validateSignature=true;useJwksUrl=true;jwksUrl=x                              | WITHOUT_KEYS
            oidc          | validateSignature=true;useJwksUrl=true;jwksUrl=x                              | CHECKED
            oidc          | validateSignature=true;publicKeySignatureVerifier=MII                         | CHECKED
            oidc          | validateSignature=true;useJwksUrl=false;publicKeySignatureVerifier=MII        | CHECKED
            oidc          | validateSignature=false;useJwksUrl=true;jwksUrl=x                             | NOT_VALIDATED
            oidc          | useJwksUrl=true;jwksUrl=x                                                     | NOT_VALIDATED
            oidc          | validateSignature=true                                                        | WITHOUT_KEYS
            oidc          | validateSignature=true;jwksUrl=x                                              | WITHOUT_KEYS
            oidc          | validateSignature=true;useJwksUrl=true                                        | WITHOUT_KEYS
            oidc          | validateSignature=true;useJwksUrl=true;publicKeySignatureVerifier=MII         | WITHOUT_KEYS
            oidc          | validateSignature=true;signingCertificate=MII                                 | WITHOUT_KEYS
            keycloak-oidc | validateSignature=true;useJwksUrl=true;jwksUrl=x                              | OTHER_TYPE
            google        | validateSignature=true                                                        | OTHER_TYPE
            oauth2        | validateSignature=true;useJwksUrl=true;jwksUrl=x                              | OTHER_TYPE
                          | validateSignature=true;useJwksUrl=true;jwksUrl=x                              | OTHER_TYPE
            """)
    @DisplayName("counts only where its signatures are checked with its keys")
    void trust(String type, String settings, ProviderTrust expected) {
        assertThat(ProviderTrust.of(type, settings(settings))).isEqualTo(expected);
        assertThat(expected.isChecked()).isEqualTo(expected == ProviderTrust.CHECKED);
    }
}
