package com.micloud.signin.acceptance.harness.portal;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the running portal, which is started once in a run and stopped at its end. */
public final class PortalExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(PortalExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Portal.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var kind = kind(context.getRequiredTestClass());
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(kind, wanted -> RunningPortal.start(wanted), RunningPortal.class)
                .portal();
    }

    private static RunningPortal.Kind kind(Class<?> test) {
        if (test.isAnnotationPresent(OnPostgres.class)) {
            return RunningPortal.Kind.POSTGRES;
        }
        if (test.isAnnotationPresent(OnUncachedSessions.class)) {
            return RunningPortal.Kind.UNCACHED_SESSIONS;
        }
        if (test.isAnnotationPresent(OnFirstKeycloak.class)) {
            return RunningPortal.Kind.FIRST_KEYCLOAK;
        }
        if (test.isAnnotationPresent(OnTwoNodes.class)) {
            return RunningPortal.Kind.TWO_NODES;
        }
        if (test.isAnnotationPresent(OnOldestKeycloak.class)) {
            return RunningPortal.Kind.OLDEST_KEYCLOAK;
        }
        return wantsClock(test) ? RunningPortal.Kind.CLOCK : RunningPortal.Kind.H2;
    }

    private static boolean wantsClock(Class<?> test) {
        return test.isAnnotationPresent(WithClock.class)
                || (test.getEnclosingClass() != null && wantsClock(test.getEnclosingClass()));
    }
}
