package com.micloud.signin.setup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.IdentityProviderModel;

@DisplayName("The report at start, about an identity provider,")
final class ProviderInspectionTest {

    @ParameterizedTest(name = "{0}, on {1}, validates {2}, certificate {3}: {4}")
    @CsvSource({
        "saml, true, true, MII, ",
        "saml, true, false, MII, its signatures are not checked",
        "saml, true, true, , there are no keys to check its signatures with",
        "oidc, true, true, MII, there are no keys to check its signatures with",
        "google, true, true, MII, its type 'google' is none that the MiCloud sign-in checks",
        "saml, false, false, , ",
        "google, false, false, , "
    })
    @DisplayName("says what keeps it from signing anybody in, unless it is off anyway")
    void inspected(String type, boolean on, boolean validates, String certificate, String fault) {
        IdentityProviderModel provider = new IdentityProviderModel();
        provider.setAlias("okta");
        provider.setProviderId(type);
        provider.setEnabled(on);
        provider.getConfig().put("validateSignature", String.valueOf(validates));
        provider.getConfig().put("signingCertificate", certificate);
        if (fault == null) {
            assertThat(ProviderInspection.inspect(provider)).isEmpty();
        } else {
            Finding finding = ProviderInspection.inspect(provider).orElseThrow();
            assertThat(finding.thing()).isEqualTo("Identity provider okta");
            assertThat(finding.fault()).startsWith(fault).contains("nobody is signed in by it");
            assertThat(finding.remedy()).isNotBlank();
            assertThat(finding.toString())
                    .isEqualTo(finding.thing() + ": " + finding.fault() + ". " + finding.remedy() + ".");
        }
    }
}
