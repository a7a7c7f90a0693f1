package com.micloud.signin.setup;

import java.util.List;
import java.util.Objects;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.EnvironmentDependentProviderFactory;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;

/** Whether the server has taken the providers of this jar into use, those among them that replace Keycloak's. */
final class UsedParts {

    private final KeycloakSessionFactory server;
    private final List<Part> parts;

    /**
     * The parts as they should be in use.
     *
     * @param server the server as it starts
     */
    UsedParts(KeycloakSessionFactory server, List<Part> parts) {
        this.server = server;
        this.parts = List.copyOf(parts);
    }

    /**
     * A provider of this jar.
     *
     * @param kind the class that Keycloak looks the provider up by
     * @param id its id among the providers of that kind
     * @param factory our class
     * @param first whether it is the one of its kind that Keycloak uses where nobody names one
     * @param replaced Keycloak's class of the same id; empty where there is none
     */
    record Part(String kind, String id, String factory, boolean first, String replaced) {

        /** The part that a line of the list names. */
        static Part of(String line) {
            String[] words = line.split(" ", 6);
            return new Part(words[1], words[2], words[3], words[4].equals("first"), words.length > 5 ? words[5] : "");
        }

        @Override
        public String toString() {
            return id + " (" + kind.substring(kind.lastIndexOf('.') + 1) + ")";
        }
    }

    int size() {
        return parts.size();
    }

    /** Those that are not in use. */
    List<Part> idle() {
        return parts.stream().filter(part -> !isInUse(part)).toList();
    }

    private boolean isInUse(Part part) {
        try {
            ClassLoader loader = UsedParts.class.getClassLoader();
            Class<? extends Provider> kind =
                    Class.forName(part.kind(), false, loader).asSubclass(Provider.class);
            ProviderFactory<?> own = server.getProviderFactory(kind, part.id());
            if (own == null) {
                return dependsOnFeature(Class.forName(part.factory(), false, loader));
            }
            return own.getClass().getName().equals(part.factory())
                    && (!part.first() || Objects.equals(server.getProviderFactory(kind), own))
                    && (part.replaced().isEmpty() || hasId(part, Class.forName(part.replaced(), true, loader)));
        } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
            return false;
        }
    }

    /** A feature that is off takes both away, Keycloak's provider and ours. */
    private static boolean dependsOnFeature(Class<?> factory) {
        return EnvironmentDependentProviderFactory.class.isAssignableFrom(factory);
    }

    /** Beside a provider that Keycloak has given another id ours would stand unused. */
    private static boolean hasId(Part part, Class<?> replaced) throws ReflectiveOperationException {
        return replaced.getDeclaredConstructor().newInstance() instanceof ProviderFactory<?> keycloaks
                && keycloaks.getId().equals(part.id());
    }
}
