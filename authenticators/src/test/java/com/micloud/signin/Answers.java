package com.micloud.signin;

import java.lang.reflect.Proxy;
import java.util.function.BiFunction;

/** Objects of Keycloak whose answers depend on what they are asked; {@link Fake} is for those that always say the same. */
public final class Answers {

    private Answers() {}

    /**
     * An object of that type.
     *
     * @param answers by the name of the method and its arguments, which are never null; it throws where nobody should ask
     */
    public static <T> T by(Class<T> type, BiFunction<String, Object[], Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                Answers.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> answers.apply(method.getName(), arguments == null ? new Object[0] : arguments);
                }));
    }

    /** What a fake does that is asked for more than the test has thought of. */
    public static UnsupportedOperationException unexpected(String method) {
        return new UnsupportedOperationException(method);
    }
}
