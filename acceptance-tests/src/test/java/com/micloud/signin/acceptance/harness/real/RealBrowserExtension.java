package com.micloud.signin.acceptance.harness.real;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test that asks for one a fresh {@link RealBrowser}, and keeps what it showed when the test fails. */
public final class RealBrowserExtension implements ParameterResolver, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(RealBrowserExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RealBrowser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var program = context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .computeIfAbsent(BrowserProgram.class, type -> new BrowserProgram(), BrowserProgram.class);
        return context.getStore(NAMESPACE)
                .computeIfAbsent(RealBrowser.class, type -> new RealBrowser(program), RealBrowser.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var browser = context.getStore(NAMESPACE).remove(RealBrowser.class, RealBrowser.class);
        if (browser != null) {
            try {
                if (context.getExecutionException().isPresent()) {
                    browser.keep(name(context));
                }
            } finally {
                browser.close();
            }
        }
    }

    private static String name(ExtensionContext context) {
        var test = context.getRequiredTestClass().getSimpleName() + "." + context.getDisplayName();
        var plain = test.replaceAll("[^A-Za-z0-9.@-]+", "-");
        return plain.substring(0, Math.min(plain.length(), 120));
    }
}
