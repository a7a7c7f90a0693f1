package com.micloud.signin.provider;

import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.broker.provider.IdentityBrokerException;
import org.keycloak.broker.provider.IdentityProviderMapper;
import org.keycloak.broker.provider.IdentityProviderMapperSyncModeDelegate;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.IdentityProviderMapperSyncMode;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderSyncMode;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Runs the mappers of a provider after the guard has admitted the user. They never write the person's own record (spec:
 * "The person's own record", 5). Keycloak runs them before it evaluates required actions, the guard among them.
 */
public final class ProviderWrites {

    private static final String WAITING = "micloud.providerWrites";

    private ProviderWrites() {}

    /** Whether this server holds back what providers write; without it nobody is signed in by one. */
    public static boolean areWithheld(KeycloakSession session) {
        return ProviderStore.of(session).isPresent();
    }

    /**
     * Ends the request, undoing all of it, where Keycloak would write what a provider says before anybody has judged it.
     *
     * @param provider the provider as Keycloak is about to use it
     */
    static void requireWithheld(KeycloakSession session, IdentityProviderModel provider) {
        boolean withheld =
                ProviderStore.of(session).filter(ProviderStore::withholds).isPresent()
                        && provider.getSyncMode() == IdentityProviderSyncMode.IMPORT
                        && session.identityProviders()
                                .getMappersByAliasStream(provider.getAlias())
                                .allMatch(mapper -> mapper.getSyncMode() == IdentityProviderMapperSyncMode.IMPORT);
        if (!withheld) {
            session.getTransactionManager().setRollbackOnly();
            throw new IdentityBrokerException("What " + provider.getAlias()
                    + " says would be written before the MiCloud guard has judged it: the store of identity providers"
                    + " is not " + ProviderStoreFactory.ID);
        }
    }

    /** Keeps what the mappers would write until the guard has judged; it does so in the same request. */
    static void waitForGuard(KeycloakSession session, BrokeredIdentityContext vouched) {
        session.setAttribute(WAITING, vouched);
    }

    /** Runs the mappers of the provider that signed the user in during this request, once. */
    public static void make(KeycloakSession session, UserModel user) {
        if (session.removeAttribute(WAITING) instanceof BrokeredIdentityContext vouched) {
            try {
                write(session, user, vouched);
            } catch (RuntimeException e) {
                session.getTransactionManager().setRollbackOnly();
                throw e;
            }
        }
    }

    private static void write(KeycloakSession session, UserModel user, BrokeredIdentityContext vouched) {
        RealmModel realm = session.getContext().getRealm();
        IdentityProviderModel provider = vouched.getIdpConfig();
        ProviderStore store = ProviderStore.of(session).orElseThrow();
        UserModel mapped = new MappedUser(user);
        // Keycloak combines the mapper's mode with this one.
        provider.setSyncMode(store.syncMode(provider.getAlias()));
        for (IdentityProviderMapperModel mapper : store.mappers(provider.getAlias())) {
            IdentityProviderMapperSyncModeDelegate.delegateUpdateBrokeredUser(
                    session, realm, mapped, mapper, vouched, (IdentityProviderMapper)
                            session.getKeycloakSessionFactory()
                                    .getProviderFactory(
                                            IdentityProviderMapper.class, mapper.getIdentityProviderMapper()));
        }
        provider.setSyncMode(IdentityProviderSyncMode.IMPORT);
    }
}
