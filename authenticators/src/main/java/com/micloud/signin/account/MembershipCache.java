package com.micloud.signin.account;

import com.micloud.signin.keycloak.LaterWork;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.organization.OrganizationProvider;

/**
 * Fills Keycloak's cache of memberships. When Keycloak loads a user, it asks for each membership whether it is a
 * managed one. It answers from its cache only if the membership itself was read before.
 */
final class MembershipCache {

    private static final Logger LOG = Logger.getLogger(MembershipCache.class);

    private static final LaterWork WORK = new LaterWork("micloud-memberships");

    /** Asking for one membership reads through all of them: more than this is not done while somebody waits. */
    private static final int AT_ONCE = 100;

    /** For so many seconds no other request begins to fill the cache for the same user. */
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
        try {
            WORK.add(
                    session,
                    () -> KeycloakModelUtils.runJobInTransaction(factory, later -> fill(later, realmId, userId)));
        } catch (RejectedExecutionException e) {
            // Nothing but time is lost: the user's next sign-in fills the cache.
            LOG.warnf("The memberships of a user are not read ahead: %s", e.getMessage());
        }
    }

    private static void fill(KeycloakSession later, String realmId, String userId) {
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
    }
}
