package com.micloud.signin;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Supplier;

/** Objects of Keycloak that answer what a test needs, and fail at every other question. */
public final class Fake {

    private Fake() {}

    /**
     * An object that answers these methods, whatever their arguments; {@link #NULL} stands for null, and a supplier for what
     * it supplies each time, as streams are needed.
     *
     * @param answers by the name of the method
     */
    public static <T> T of(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                Fake.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("equals")) {
                        return proxy == arguments[0];
                    }
                    if (method.getName().equals("hashCode")) {
                        return System.identityHashCode(proxy);
                    }
                    if (!answers.containsKey(method.getName())) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    Object answer = answers.get(method.getName());
                    if (answer instanceof Supplier<?> made) {
                        return made.get();
                    }
                    return answer == NULL ? null : answer;
                }));
    }

    /** The answer null. */
    public static final Object NULL = new Object();
}
