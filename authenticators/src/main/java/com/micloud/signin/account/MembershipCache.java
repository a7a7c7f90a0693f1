package com.micloud.signin.account;

import java.util.List;
import java.util.Objects;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.organization.OrganizationProvider;

/**
 * Fills Keycloak's cache of memberships. At every load of a user Keycloak asks of each membership whether it is a managed
 * one, and answers from its cache only after the membership itself was asked for.
 */
final class MembershipCache {

    /** Asking for one membership reads through all of them: more than this is not done while somebody waits. */
    private static final int AT_ONCE = 100;

    /** How long, in seconds, nobody else begins with the same user. */
    private static final int PAUSE = 60;

    private final KeycloakSession session;

    MembershipCache(KeycloakSession session) {
        this.session = session;
    }

    void fill(List<OrganizationModel> organizations, UserModel user) {
        if (organizations.size() <= AT_ONCE) {
            organizations.forEach(organization -> organization.isMember(user));
        } else if (session.singleUseObjects().putIfAbsent("micloud.memberships." + user.getId(), PAUSE)) {
            fillLater(session.getContext().getRealm().getId(), user.getId());
        }
    }

    private void fillLater(String realmId, String userId) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        session.getProvider(ExecutorsProvider.class)
                .getExecutor("micloud-memberships")
                .execute(() -> KeycloakModelUtils.runJobInTransaction(factory, later -> {
                    RealmModel realm = later.realms().getRealm(realmId);
                    later.getContext().setRealm(realm);
                    UserModel user = later.users().getUserById(realm, userId);
                    if (user != null) {
                        later.getProvider(OrganizationProvider.class)
                                .getByMember(user)
                                .filter(Objects::nonNull)
                                .toList()
                                .forEach(organization -> organization.isMember(user));
                    }
                }));
    }
}
