package com.micloud.signin.acceptance.harness.portal;

import java.lang.annotation.Annotation;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the running portal, which is started once in a JVM and stopped at its end. */
public final class PortalExtension implements ParameterResolver, AfterAllCallback {
    private static final Namespace NAMESPACE = Namespace.create(PortalExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Portal.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var test = context.getRequiredTestClass();
        // A JVM that shares its work with another one runs each class by itself, and only the session is all of them.
        var running = context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .computeIfAbsent(kind(test), wanted -> RunningPortal.start(wanted), RunningPortal.class);
        running.hash(isAboutPasswords(test));
        return running.portal();
    }

    /** The next class on this server lives in the present. */
    @Override
    public void afterAll(ExtensionContext context) {
        var running = context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .get(kind(context.getRequiredTestClass()), RunningPortal.class);
        if (running != null && !running.portal().clock().ahead().isZero()) {
            running.portal().clock().reset();
            throw new AssertionError("The clock of the server was not set back");
        }
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
        if (test.isAnnotationPresent(OnBareKeycloak.class)) {
            return RunningPortal.Kind.BARE;
        }
        return RunningPortal.Kind.H2;
    }

    private static boolean isAboutPasswords(Class<?> test) {
        return isMarked(test, WithRealHash.class);
    }

    private static boolean isMarked(Class<?> test, Class<? extends Annotation> mark) {
        return test.isAnnotationPresent(mark)
                || (test.getEnclosingClass() != null && isMarked(test.getEnclosingClass(), mark));
    }
}
