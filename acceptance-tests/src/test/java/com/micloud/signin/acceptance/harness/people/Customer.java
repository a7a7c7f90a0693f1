package com.micloud.signin.acceptance.harness.people;

import com.micloud.signin.acceptance.harness.portal.Account;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import com.micloud.signin.acceptance.harness.provider.StandInProvider;
import com.micloud.signin.acceptance.harness.provider.StandInSamlProvider;
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
        var account =
                Company.of(portal, "sso-required").with(provider, settings).make();
        var member = Member.of(portal).withoutPassword().in(account).make();
        provider.signsIn(member.username());
        return new Customer<>(provider, account, member);
    }

    /** One more member of the account. */
    public User colleague(Portal portal) {
        return Member.of(portal).withoutPassword().in(account).make();
    }

    @Override
    public void close() {
        provider.close();
    }
}
