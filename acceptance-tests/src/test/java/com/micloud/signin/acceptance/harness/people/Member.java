package com.micloud.signin.acceptance.harness.people;

import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.portal.Account;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.provider.StandInProvider;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes users with accounts: a username and a password of their own, unless a test says otherwise.
 *
 * <pre>{@code
 * user = Member.of(portal).in("sso-required", provider).in("password").make();
 * }</pre>
 */
public final class Member {
    private final Portal portal;
    private final List<Account> accounts = new ArrayList<>();
    private final List<StandInProvider> providers = new ArrayList<>();
    private final List<StandInProvider> links = new ArrayList<>();
    private final List<String> actions = new ArrayList<>();
    private String username = Names.username();
    private boolean withPassword = true;

    private Member(Portal portal) {
        this.portal = portal;
    }

    /** A user of the portal's realm. */
    public static Member of(Portal portal) {
        return new Member(portal);
    }

    /** Has this username. */
    public Member named(String name) {
        username = name;
        return this;
    }

    /** Has no password. */
    public Member withoutPassword() {
        withPassword = false;
        return this;
    }

    /** Is in these accounts. */
    public Member in(Account... those) {
        accounts.addAll(List.of(those));
        return this;
    }

    /** Is in a new account with this sign-in policy and these providers, each of which signs the user in. */
    public Member in(String policy, StandInProvider... those) {
        var company = Company.of(portal, policy);
        for (var provider : those) {
            company.with(provider);
            providers.add(provider);
        }
        return in(company.make());
    }

    /** Is linked to this provider by an earlier sign-in. */
    public Member linkedTo(StandInProvider provider) {
        links.add(provider);
        return this;
    }

    /** Has to do this action of Keycloak's at the next sign-in. */
    public Member demanding(String action) {
        actions.add(action);
        return this;
    }

    /** Makes the user. */
    public User make() {
        var admin = portal.admin();
        var made = withPassword ? admin.user(username, Names.password()) : admin.userWithoutPassword(username);
        admin.join(made, accounts.toArray(Account[]::new));
        providers.forEach(provider -> provider.signsIn(username));
        links.forEach(provider -> provider.link(admin, made));
        actions.forEach(action -> admin.demand(made, action));
        return new User(made.id(), made.username(), made.password(), List.copyOf(accounts));
    }
}
