package com.micloud.signin.setup;

import com.micloud.signin.account.ProviderTrust;
import com.micloud.signin.provider.ProviderWrites;
import java.util.Optional;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;

/** Looks identity providers over: whether their word can be checked, and whether it waits for the guard. */
final class ProviderInspection {

    private ProviderInspection() {}

    /** What keeps a provider from signing anybody in; empty where nothing does, and where it is switched off. */
    static Optional<Finding> inspect(IdentityProviderModel provider) {
        if (!provider.isEnabled()) {
            return Optional.empty();
        }
        String thing = "Identity provider " + provider.getAlias();
        return switch (ProviderTrust.of(provider)) {
            case CHECKED -> Optional.empty();
            case NOT_VALIDATED ->
                Optional.of(new Finding(
                        thing,
                        "its signatures are not checked, so nobody is signed in by it and nothing that it says is taken",
                        "Switch 'Validate signatures' on under Identity providers, and enter its keys"));
            case WITHOUT_KEYS ->
                Optional.of(new Finding(
                        thing,
                        "there are no keys to check its signatures with, so nobody is signed in by it and nothing that"
                                + " it says is taken",
                        "Enter its certificate, its key, or the address of its metadata or of its keys under Identity"
                                + " providers"));
            case OTHER_TYPE ->
                Optional.of(new Finding(
                        thing,
                        "its type '" + provider.getProviderId() + "' is none that the MiCloud sign-in checks, so nobody"
                                + " is signed in by it",
                        "Set it up anew as OpenID Connect v1.0 or SAML v2.0"));
        };
    }

    /** What keeps every provider from signing anybody in; empty where nothing does. */
    static Optional<Finding> inspectStore(KeycloakSession session) {
        return ProviderWrites.areWithheld(session)
                ? Optional.empty()
                : Optional.of(new Finding(
                        "Server option spi-identity-provider-storage--provider",
                        "what providers say would be written before the guard has judged it, so nobody is signed in by"
                                + " a provider",
                        "Remove the option"));
    }
}
