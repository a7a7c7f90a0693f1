package com.micloud.signin;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.Map;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakUriInfo;
import org.keycloak.models.RealmModel;
import org.keycloak.urls.HostnameProvider;
import org.keycloak.urls.UrlType;

/** A request for tests, with the session that serves it. */
public final class TestRequest {

    private final MultivaluedMap<String, String> query = new MultivaluedHashMap<>();
    private final MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
    private final Map<String, Object> attributes = new HashMap<>();
    private final Map<String, Object> session = new HashMap<>();
    private final RealmModel realm;
    private final String path;

    /** A request at that path of a realm. */
    public TestRequest(RealmModel realm, String path) {
        this.realm = realm;
        this.path = path;
    }

    /** Adds a parameter of the address. */
    public TestRequest query(String name, String value) {
        query.add(name, value);
        return this;
    }

    /** Adds a field of the form. */
    public TestRequest posted(String name, String value) {
        form.add(name, value);
        return this;
    }

    /** Lets the session answer this method so. */
    public TestRequest answering(String method, Object answer) {
        session.put(method, answer);
        return this;
    }

    /** The session; what it is told to remember for the request it remembers. */
    public KeycloakSession session() {
        return Answers.by(KeycloakSession.class, (method, arguments) -> switch (method) {
            case "getContext" -> context();
            case "getAttribute" -> attributes.get(arguments[0]);
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            case "removeAttribute" -> attributes.remove(arguments[0]);
            default -> {
                if (!session.containsKey(method)) {
                    throw Answers.unexpected(method);
                }
                yield session.get(method);
            }
        });
    }

    public KeycloakContext context() {
        UriInfo address = Fake.of(UriInfo.class, Map.of("getPath", path, "getQueryParameters", query));
        return Fake.of(
                KeycloakContext.class,
                Map.of(
                        "getRealm",
                        realm,
                        "getUri",
                        new KeycloakUriInfo(withoutHostname(), UrlType.FRONTEND, address),
                        "getHttpRequest",
                        Fake.of(HttpRequest.class, Map.of("getDecodedFormParameters", form))));
    }

    private static KeycloakSession withoutHostname() {
        return Fake.of(
                KeycloakSession.class,
                Map.of("getProvider", Fake.of(HostnameProvider.class, Map.of("getBaseUri", Fake.NULL))));
    }
}
