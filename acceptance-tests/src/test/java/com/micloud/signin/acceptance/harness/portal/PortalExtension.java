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
        var kind = context.getRequiredTestClass().isAnnotationPresent(OnPostgres.class)
                ? RunningPortal.Kind.POSTGRES
                : RunningPortal.Kind.H2;
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(kind, wanted -> RunningPortal.start(wanted), RunningPortal.class)
                .portal();
    }
}
