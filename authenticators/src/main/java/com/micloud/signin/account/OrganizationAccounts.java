package com.micloud.signin.account;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/** Accounts kept as Keycloak Organizations (spec: "Names that others rely on"). */
final class OrganizationAccounts implements AccountDirectory {

    private static final String DISPLAY_NAME = "micloud.displayName";
    private static final String PARTNER_LABEL = "micloud.partnerLabel";
    private static final String SIGN_IN_POLICY = "micloud.signInPolicy";

    private final KeycloakSession session;
    private final OrganizationProvider organizations;

    OrganizationAccounts(KeycloakSession session) {
        this.session = session;
        this.organizations = session.getProvider(OrganizationProvider.class);
    }

    @Override
    public List<Account> accountsOf(UserModel user) {
        List<OrganizationModel> memberships = organizations
                .getByMember(user)
                // An organization that was removed a moment ago leaves a hole in the cached memberships.
                .filter(Objects::nonNull)
                .toList();
        new MembershipCache(session).fill(memberships, user);
        return memberships.stream().map(OrganizationAccounts::account).toList();
    }

    @Override
    public List<Account> list(int first, int most) {
        return organizations
                .getAllStream("", null, first, most)
                .filter(Objects::nonNull)
                .map(OrganizationAccounts::account)
                .toList();
    }

    @Override
    public Optional<Account> find(String id) {
        return organization(id).map(OrganizationAccounts::account);
    }

    @Override
    public Optional<Account> registrantOf(EmailDomain domain) {
        try {
            return Optional.ofNullable(organizations.getByDomainName(domain.name()))
                    .map(OrganizationAccounts::account);
        } catch (ModelValidationException e) {
            // No account can have registered what Keycloak does not take for a domain.
            return Optional.empty();
        }
    }

    @Override
    public boolean hasDomain(Account account) {
        return organization(account.id())
                .filter(organization -> organization.getDomains().findAny().isPresent())
                .isPresent();
    }

    @Override
    public boolean isMember(Account account, UserModel user) {
        return organization(account.id())
                .filter(organization -> organization.isMember(user))
                .isPresent();
    }

    @Override
    public Branding brandingOf(Account account) {
        Map<String, List<String>> attributes =
                organization(account.id()).map(OrganizationModel::getAttributes).orElse(Map.of());
        return new Branding(first(attributes, Branding.LOGO), first(attributes, Branding.HELP));
    }

    @Override
    public SignInMethods methodsOf(Account account) {
        List<IdentityProviderModel> linked = organization(account.id()).stream()
                .flatMap(OrganizationModel::getIdentityProviders)
                // What the organization holds may belong to an earlier session: load it anew.
                .map(provider -> session.identityProviders().getByAlias(provider.getAlias()))
                .filter(Objects::nonNull)
                .toList();
        Map<Boolean, List<IdentityProviderModel>> usable = linked.stream()
                .filter(provider -> provider.isEnabled() && !Boolean.TRUE.equals(provider.isLinkOnly()))
                .collect(Collectors.partitioningBy(
                        provider -> ProviderTrust.of(provider).isChecked()));
        List<Provider> checked = usable.get(true).stream()
                .map(provider -> provider(account, provider))
                .sorted((a, b) -> a.name().compareToIgnoreCase(b.name()))
                .toList();
        Set<String> distrusted =
                usable.get(false).stream().map(IdentityProviderModel::getAlias).collect(Collectors.toSet());
        return new SignInMethods(SignInPolicy.of(account.policy(), !linked.isEmpty()), checked, distrusted);
    }

    private Optional<OrganizationModel> organization(String id) {
        return Optional.ofNullable(organizations.getById(id));
    }

    /** The account that an organization is. */
    private static Account account(OrganizationModel organization) {
        Map<String, List<String>> attributes = organization.getAttributes();
        String displayName = first(attributes, DISPLAY_NAME);
        return new Account(
                organization.getId(),
                organization.getAlias(),
                displayName.isBlank() ? organization.getName() : displayName,
                first(attributes, PARTNER_LABEL),
                organization.isEnabled(),
                first(attributes, SIGN_IN_POLICY));
    }

    private static Provider provider(Account account, IdentityProviderModel model) {
        String displayName = model.getDisplayName();
        return new Provider(
                model.getAlias(),
                displayName == null || displayName.isBlank() ? model.getAlias() : displayName,
                ProviderLink.of(model, account.id()));
    }

    private static String first(Map<String, List<String>> attributes, String name) {
        return attributes.getOrDefault(name, List.of()).stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }
}
