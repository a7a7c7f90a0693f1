package com.micloud.signin.acceptance.harness.provider;

import com.micloud.signin.acceptance.harness.portal.Account;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import java.util.Map;

/** A customer whose members must use single sign-on: the account, one member of it, and the provider. */
public record Customer<P extends StandInProvider>(P provider, Account account, User member) implements AutoCloseable {
    /** A customer with an OpenID Connect provider, which signs the member in. */
    public static Customer<StandInOidcProvider> withOidc(Portal portal) {
        return of(portal, new StandInOidcProvider(), Map.of());
    }

    /** A customer with a SAML provider, which signs the member in. */
    public static Customer<StandInSamlProvider> withSaml(Portal portal) {
        return of(portal, new StandInSamlProvider(portal), Map.of());
    }

    /** A customer with this provider, which signs the member in, and these settings of it. */
    public static <P extends StandInProvider> Customer<P> of(Portal portal, P provider, Map<String, String> settings) {
        var admin = portal.admin();
        var account = admin.account("sso-required");
        var member = admin.userWithoutPassword();
        admin.join(member, account);
        admin.provider(account, provider.representation(settings));
        provider.signsIn(member.username());
        return new Customer<>(provider, account, member);
    }

    /** One more member of the account. */
    public User colleague(Portal portal) {
        var colleague = portal.admin().userWithoutPassword();
        portal.admin().join(colleague, account);
        return colleague;
    }

    @Override
    public void close() {
        provider.close();
    }
}
