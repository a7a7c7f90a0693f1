package com.micloud.signin;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Authentication sessions for tests that keep their notes in memory and can do nothing else. */
public final class TestNotes {

    private final Map<String, String> client = new HashMap<>();
    private final Map<String, String> auth = new HashMap<>();
    private final Map<String, String> user = new HashMap<>();

    private final String tab;

    private TestNotes(String tab) {
        this.tab = tab;
    }

    public static AuthenticationSessionModel empty() {
        return ofTab("tab");
    }

    /** The empty session of one of several tabs. */
    public static AuthenticationSessionModel ofTab(String tab) {
        TestNotes notes = new TestNotes(tab);
        return (AuthenticationSessionModel) Proxy.newProxyInstance(
                TestNotes.class.getClassLoader(),
                new Class<?>[] {AuthenticationSessionModel.class},
                (proxy, method, arguments) -> notes.answer(method.getName(), arguments));
    }

    private Object answer(String method, Object[] arguments) {
        return switch (method) {
            case "getClientNote" -> client.get(arguments[0]);
            case "setClientNote" -> client.put((String) arguments[0], (String) arguments[1]);
            case "removeClientNote" -> client.remove(arguments[0]);
            case "getClientNotes" -> Map.copyOf(client);
            case "getAuthNote" -> auth.get(arguments[0]);
            case "setAuthNote" -> auth.put((String) arguments[0], (String) arguments[1]);
            case "removeAuthNote" -> auth.remove(arguments[0]);
            case "getTabId" -> tab;
            case "getUserSessionNotes" -> Map.copyOf(user);
            case "setUserSessionNote" -> user.put((String) arguments[0], (String) arguments[1]);
            default -> throw new UnsupportedOperationException(method);
        };
    }
}
