package com.micloud.signin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.micloud.signin.Answers;
import com.micloud.signin.Fake;
import com.micloud.signin.TestUsers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderStorageProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.OrganizationDomainModel;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;

@DisplayName("An account that is an organization")
final class OrganizationAccountsTest {

    private final Map<String, List<String>> attributes = new HashMap<>();
    private final Map<String, Object> facts = new HashMap<>();
    private final Map<String, IdentityProviderModel> providers = new HashMap<>();
    private final OrganizationModel acme = Fake.of(OrganizationModel.class, facts);
    private final OrganizationAccounts accounts = new OrganizationAccounts(session());

    OrganizationAccountsTest() {
        facts.put("getId", "org-1");
        facts.put("getAlias", "100100");
        facts.put("getName", "acme");
        facts.put("isEnabled", true);
        facts.put("isMember", true);
        facts.put("getAttributes", attributes);
    }

    @Test
    @DisplayName("has its alias for a number, and its name where nobody gave it a display name")
    void plain() {
        assertThat(accounts.find("org-1")).contains(new Account("org-1", "100100", "acme", "", true, ""));
        attributes.put("micloud.displayName", List.of(" "));
        assertThat(account().name()).isEqualTo("acme");
        assertThat(accounts.find("org-2")).isEmpty();
    }

    @Test
    @DisplayName("has what its attributes say, the first value of each")
    void attributes() {
        attributes.put("micloud.displayName", List.of("Acme & Co", "other"));
        attributes.put("micloud.partnerLabel", Arrays.asList(null, "Gold"));
        attributes.put("micloud.signInPolicy", List.of("sso-required"));
        facts.put("isEnabled", false);
        assertThat(account()).isEqualTo(new Account("org-1", "100100", "Acme & Co", "Gold", false, "sso-required"));
    }

    @ParameterizedTest(name = "type {0}, on {1}, link-only {2}, signatures {3}: usable {4}, distrusted {5}")
    @CsvSource({
        "saml, true, false, true, true, false",
        "saml, true, , true, true, false",
        "saml, true, false, false, false, true",
        "saml, false, false, true, false, false",
        "saml, true, true, true, false, false",
        "saml, true, true, false, false, false",
        "google, true, false, true, false, true"
    })
    @DisplayName("uses the linked providers that are on, meant for sign-in, and can be checked")
    void usable(String type, boolean on, Boolean linkOnly, boolean checked, boolean usable, boolean distrusted) {
        link(provider("okta", "Okta", type, on, linkOnly, checked));
        SignInMethods methods = methods("");
        assertThat(methods.links("okta")).isEqualTo(usable);
        assertThat(methods.distrusts("okta")).isEqualTo(distrusted);
        // Linked is linked: the policy does not change when a provider is switched off.
        assertThat(methods.policy()).isEqualTo(SignInPolicy.SSO_PREFERRED);
    }

    @Test
    @DisplayName("lists its providers by the names that people know")
    void sorted() {
        link(provider("z", "alpha", "saml", true, false, true));
        link(provider("y", "Beta", "saml", true, false, true));
        link(provider("gamma", " ", "saml", true, false, true));
        link(provider("delta", null, "saml", true, false, true));
        assertThat(methods("password").providers())
                .extracting(Provider::alias, Provider::name)
                .containsExactly(
                        tuple("z", "alpha"), tuple("y", "Beta"), tuple("delta", "delta"), tuple("gamma", "gamma"));
    }

    @Test
    @DisplayName("has no provider that was deleted")
    void deleted() {
        link(provider("okta", "Okta", "saml", true, false, true));
        providers.clear();
        assertThat(methods("")).isEqualTo(new SignInMethods(SignInPolicy.PASSWORD, List.of()));
    }

    @Test
    @DisplayName("has its members, its domains and its branding, as long as it is there")
    void there() {
        Account gone = new Account("org-2", "200200", "Gone", "", true, "");
        Account here = account();
        attributes.put("micloud.logo", List.of("https://logos.example/a.png"));
        attributes.put("micloud.help", List.of("Ask Bob"));
        Supplier<Stream<OrganizationDomainModel>> domains =
                () -> Stream.of(new OrganizationDomainModel("acme.example"));
        facts.put("getDomains", domains);
        assertThat(accounts.isMember(here, TestUsers.named("alex"))).isTrue();
        assertThat(accounts.isMember(gone, TestUsers.named("alex"))).isFalse();
        assertThat(accounts.hasDomain(here)).isTrue();
        assertThat(accounts.hasDomain(gone)).isFalse();
        assertThat(accounts.brandingOf(here)).isEqualTo(new Branding("https://logos.example/a.png", "Ask Bob"));
        assertThat(accounts.brandingOf(gone)).isEqualTo(new Branding("", ""));
        Supplier<Stream<OrganizationDomainModel>> none = Stream::empty;
        facts.put("getDomains", none);
        assertThat(accounts.hasDomain(here)).isFalse();
        facts.put("isMember", false);
        assertThat(accounts.isMember(here, TestUsers.named("alex"))).isFalse();
    }

    @Test
    @DisplayName("is found by a member, past the hole that a removed one leaves")
    void member() {
        assertThat(accounts.accountsOf(TestUsers.named("alex"))).containsExactly(account());
    }

    @Test
    @DisplayName("is in its place of the list of all accounts")
    void listed() {
        assertThat(accounts.list(10, 5)).containsExactly(account());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"acme.example, true", "other.example, false", "no domain, false"})
    @DisplayName("is found by the e-mail domain that it registered")
    void registrant(String domain, boolean found) {
        assertThat(accounts.registrantOf(new EmailDomain(domain)).isPresent()).isEqualTo(found);
    }

    private Account account() {
        return accounts.find("org-1").orElseThrow();
    }

    private SignInMethods methods(String policy) {
        Supplier<Stream<IdentityProviderModel>> linked = () -> linkedProviders.stream();
        facts.put("getIdentityProviders", linked);
        return accounts.methodsOf(new Account("org-1", "100100", "Acme", "", true, policy));
    }

    private final List<IdentityProviderModel> linkedProviders = new ArrayList<>();

    private void link(IdentityProviderModel provider) {
        linkedProviders.add(provider);
        providers.put(provider.getAlias(), provider);
    }

    private static IdentityProviderModel provider(
            String alias, String name, String type, boolean on, Boolean linkOnly, boolean checked) {
        IdentityProviderModel provider = new IdentityProviderModel();
        provider.setAlias(alias);
        provider.setDisplayName(name);
        provider.setProviderId(type);
        provider.setEnabled(on);
        provider.setLinkOnly(linkOnly);
        provider.getConfig().put("validateSignature", String.valueOf(checked));
        provider.getConfig().put("signingCertificate", "MII");
        return provider;
    }

    private KeycloakSession session() {
        OrganizationProvider organizations =
                Answers.by(OrganizationProvider.class, (method, arguments) -> switch (method) {
                    case "getById" -> arguments[0].equals("org-1") ? acme : null;
                    case "getByMember" -> Stream.of(null, acme);
                    case "getAllStream" -> {
                        assertThat(arguments).containsExactly("", null, 10, 5);
                        yield Stream.of(null, acme);
                    }
                    case "getByDomainName" -> {
                        if (arguments[0].equals("no domain")) {
                            throw new ModelValidationException("none");
                        }
                        yield arguments[0].equals("acme.example") ? acme : null;
                    }
                    default -> throw Answers.unexpected(method);
                });
        return Fake.of(
                KeycloakSession.class,
                Map.of(
                        "getProvider",
                        organizations,
                        "identityProviders",
                        Answers.by(
                                IdentityProviderStorageProvider.class,
                                (method, arguments) -> providers.get(arguments[0]))));
    }
}
