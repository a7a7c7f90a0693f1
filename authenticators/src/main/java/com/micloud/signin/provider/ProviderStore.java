package com.micloud.signin.provider;

import com.micloud.signin.account.ProviderLink;
import com.micloud.signin.keycloak.CurrentRequest;
import com.micloud.signin.keycloak.GuardedRealm;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.IdentityProviderMapperSyncMode;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderStorageProvider;
import org.keycloak.models.IdentityProviderSyncMode;
import org.keycloak.models.KeycloakSession;

/**
 * Keycloak's store of identity providers. In a guarded realm it shows the sync mode IMPORT while Keycloak processes a
 * provider's answer. So Keycloak's {@code IdentityBrokerService} updates no user before the guard's decision. {@link ProviderWrites} does it afterwards. All other code, as the admin console, sees the stored modes.
 */
final class ProviderStore implements InvocationHandler {

    /**
     * The places where Keycloak processes answers of providers: in the browser, and at the token endpoint if exchange
     * is on.
     */
    private static final Pattern ANSWERS = Pattern.compile(".*/realms/+[^/]+/+(broker|protocol)(/.*)?");

    private final KeycloakSession session;
    private final IdentityProviderStorageProvider keycloak;
    private final Map<String, List<IdentityProviderMapperModel>> mappers = new HashMap<>();

    private ProviderStore(KeycloakSession session, IdentityProviderStorageProvider keycloak) {
        this.session = session;
        this.keycloak = keycloak;
    }

    static IdentityProviderStorageProvider over(KeycloakSession session, IdentityProviderStorageProvider keycloak) {
        return (IdentityProviderStorageProvider) Proxy.newProxyInstance(
                ProviderStore.class.getClassLoader(),
                new Class<?>[] {IdentityProviderStorageProvider.class},
                new ProviderStore(session, keycloak));
    }

    /** The store of this session; empty where an operator has chosen another one. */
    static Optional<ProviderStore> of(KeycloakSession session) {
        Object store = session.identityProviders();
        return Proxy.isProxyClass(store.getClass()) && Proxy.getInvocationHandler(store) instanceof ProviderStore own
                ? Optional.of(own)
                : Optional.empty();
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            // The session closes the store behind this one by itself.
            case "close" -> null;
            case "getByAlias" -> withoutSync(keycloak(method, arguments));
            case "update" -> {
                keepLink((IdentityProviderModel) arguments[0]);
                yield keycloak(method, arguments);
            }
            case "getMappersByAliasStream" ->
                withholds()
                        ? mappers((String) arguments[0]).stream().map(ProviderStore::withoutSync)
                        : keycloak(method, arguments);
            default -> keycloak(method, arguments);
        };
    }

    private Object keycloak(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(keycloak, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Proofs by a provider must end with its link to their account, of which Keycloak keeps no trace. */
    private void keepLink(IdentityProviderModel updated) {
        if (GuardedRealm.isCurrent(session)) {
            ProviderLink.keep(updated, Optional.ofNullable(keycloak.getById(updated.getInternalId())));
        }
    }

    /** Whether this request sees no sync mode but IMPORT. */
    boolean withholds() {
        return GuardedRealm.isCurrent(session)
                && CurrentRequest.path(session)
                        .filter(path -> ANSWERS.matcher(path).matches())
                        .isPresent();
    }

    /** The sync mode as it is stored; null where there is none. */
    IdentityProviderSyncMode syncMode(String alias) {
        return keycloak.getByAlias(alias).getSyncMode();
    }

    /** The mappers as they are stored, read once for each request. */
    List<IdentityProviderMapperModel> mappers(String alias) {
        return mappers.computeIfAbsent(
                alias, name -> keycloak.getMappersByAliasStream(name).toList());
    }

    private Object withoutSync(Object found) {
        if (!(found instanceof IdentityProviderModel stored) || !withholds()) {
            return found;
        }
        // What is found may be shared by all requests.
        IdentityProviderModel copy = new IdentityProviderModel(stored);
        copy.setSyncMode(IdentityProviderSyncMode.IMPORT);
        return copy;
    }

    private static IdentityProviderMapperModel withoutSync(IdentityProviderMapperModel stored) {
        IdentityProviderMapperModel copy = new IdentityProviderMapperModel();
        copy.setId(stored.getId());
        copy.setName(stored.getName());
        copy.setIdentityProviderAlias(stored.getIdentityProviderAlias());
        copy.setIdentityProviderMapper(stored.getIdentityProviderMapper());
        copy.setConfig(stored.getConfig() == null ? new HashMap<>() : new HashMap<>(stored.getConfig()));
        copy.setSyncMode(IdentityProviderMapperSyncMode.IMPORT);
        return copy;
    }
}
