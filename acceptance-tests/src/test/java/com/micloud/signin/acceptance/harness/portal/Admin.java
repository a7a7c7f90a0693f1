package com.micloud.signin.acceptance.harness.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.micloud.signin.acceptance.harness.Json;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.Parameters;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The operator of the portal: sets up users, accounts, providers and applications through the admin REST API. */
public final class Admin {
    private final URI server;
    private final String realm;
    private final AdminToken token;

    Admin(URI server, String realm) {
        this(server, realm, new AdminToken(server));
    }

    private Admin(URI server, String realm, AdminToken token) {
        this.server = server;
        this.realm = realm;
        this.token = token;
    }

    /** The same operator at work in another realm of the server. */
    public Admin in(String otherRealm) {
        return new Admin(server, otherRealm, token);
    }

    /** Creates a realm of its own and returns its operator. */
    public Admin newRealm(String name, Map<String, ?> settings) {
        var representation = new LinkedHashMap<String, Object>(settings);
        representation.put("realm", name);
        representation.put("enabled", true);
        representation.put("components", RealmKeys.components("new"));
        expect(request("POST", server.resolve("/admin/realms"), Json.write(representation)), 201);
        // The rights for it are in new tokens only.
        signInAgain();
        return in(name);
    }

    /** The realm at work in. */
    public String realm() {
        return realm;
    }

    /** Creates a user with a password that has just been set. */
    public User user(String username, String password) {
        var user = representation(username);
        user.put("credentials", List.of(Map.of("type", "password", "value", password, "temporary", false)));
        return new User(create("/users", user), username, password);
    }

    /** Creates a user who can sign in with a password. */
    public User user() {
        return user(Names.username(), Names.password());
    }

    /** Creates a user who has no password. */
    public User userWithoutPassword(String username) {
        return new User(create("/users", representation(username)), username, "");
    }

    private static Map<String, Object> representation(String username) {
        var user = new LinkedHashMap<String, Object>();
        user.put("username", username);
        user.put("email", username);
        user.put("emailVerified", true);
        user.put("enabled", true);
        user.put("firstName", "Test");
        user.put("lastName", "User");
        return user;
    }

    /** Creates a user who has no password. */
    public User userWithoutPassword() {
        return userWithoutPassword(Names.username());
    }

    /** Finds a user by the exact username. */
    public User findUser(String username) {
        var found = get("/users?exact=true&username=" + Parameters.encode(username));
        if (found.isEmpty()) {
            throw new AssertionError("No user " + username);
        }
        return new User(found.get(0).get("id").asText(), username, "");
    }

    /** Sets the password of a user. */
    public void setPassword(User user, String password) {
        put(
                "/users/" + user.id() + "/reset-password",
                Map.of("type", "password", "value", password, "temporary", false));
    }

    /** Removes the password of a user, as an administrator does in the list of credentials. */
    public void removePassword(User user) {
        get("/users/" + user.id() + "/credentials").forEach(credential -> {
            if (credential.get("type").asText().equals("password")) {
                delete("/users/" + user.id() + "/credentials/"
                        + credential.get("id").asText());
            }
        });
    }

    /** Switches a user on or off. */
    public void enable(User user, boolean enabled) {
        change("/users/" + user.id(), node -> node.put("enabled", enabled));
    }

    /** Changes the username of a user. */
    public void rename(User user, String username) {
        change("/users/" + user.id(), node -> node.put("username", username));
    }

    /** Demands an action of a user at the next sign-in. */
    public void demand(User user, String action) {
        change("/users/" + user.id(), node -> node.putArray("requiredActions").add(action));
    }

    /** Deletes a user. */
    public void delete(User user) {
        delete("/users/" + user.id());
    }

    /** Whether a user is switched off. */
    public boolean isSwitchedOff(User user) {
        return !get("/users/" + user.id()).get("enabled").asBoolean();
    }

    /** Whether brute-force detection refuses the user at this moment. */
    public boolean isLocked(User user) {
        return bruteForce(user).get("disabled").asBoolean();
    }

    /** How many wrong passwords of the user brute-force detection has counted. */
    public int failures(User user) {
        return bruteForce(user).get("numFailures").asInt();
    }

    /** Makes brute-force detection forget a user. */
    public void unlock(User user) {
        delete("/attack-detection/brute-force/users/" + user.id());
    }

    /** What brute-force detection knows of a user. */
    public JsonNode bruteForce(User user) {
        return get("/attack-detection/brute-force/users/" + user.id());
    }

    /**
     * Ends the browser sessions of a user one by one, as an administrator does in the list of sessions. Keycloak's
     * "log out all" does more: every token issued in an earlier second is stale after it, offline ones included.
     */
    public void endBrowserSessions(User user) {
        get("/users/" + user.id() + "/sessions")
                .forEach(session -> delete("/sessions/" + session.get("id").asText()));
    }

    /** The aliases of the providers that the user is linked to, with the subject there. */
    public Map<String, String> links(User user) {
        var links = new LinkedHashMap<String, String>();
        get("/users/" + user.id() + "/federated-identity")
                .forEach(link -> links.put(
                        link.get("identityProvider").asText(),
                        link.get("userId").asText()));
        return links;
    }

    /** How many sessions a user has in browsers. */
    public int sessions(User user) {
        return get("/users/" + user.id() + "/sessions").size();
    }

    /** How many users there are. */
    public int countUsers() {
        return get("/users/count").asInt();
    }

    /** Links a user to the subject of a provider. */
    public void link(User user, String provider, String subject, String name) {
        var path = "/users/" + user.id() + "/federated-identity/" + provider;
        expect(
                send(
                        "POST",
                        path,
                        Json.write(Map.of("identityProvider", provider, "userId", subject, "userName", name))),
                204);
    }

    /** Registers e-mail domains for an account, or domains with all below them: {@code *.contoso.example}. */
    public void registerDomains(Account account, String... domains) {
        change("/organizations/" + account.id(), node -> {
            var registered = node.putArray("domains");
            for (var domain : domains) {
                registered.addObject().put("name", domain);
            }
        });
    }

    /** Creates an account with a random number and this sign-in policy; an empty policy sets none. */
    public Account account(String policy) {
        return account(policy, "");
    }

    /** Creates an account with a random number, this sign-in policy and this partner label; empty texts set none. */
    public Account account(String policy, String label) {
        return account(Names.accountNumber(), policy, label, Map.of());
    }

    /** Creates an account with further attributes. */
    public Account account(String number, String policy, String label, Map<String, String> more) {
        var attributes = new LinkedHashMap<String, List<String>>();
        if (!policy.isEmpty()) {
            attributes.put("micloud.signInPolicy", List.of(policy));
        }
        if (!label.isEmpty()) {
            attributes.put("micloud.partnerLabel", List.of(label));
        }
        more.forEach((key, value) -> attributes.put(key, List.of(value)));
        var name = "Company " + number;
        var id = create(
                "/organizations", Map.of("name", name, "alias", number, "enabled", true, "attributes", attributes));
        return new Account(id, number, name, label);
    }

    /** Finds an account by its number. */
    public Account findAccount(String number) {
        for (var first = 0; ; first += 100) {
            var page = get("/organizations?briefRepresentation=false&max=100&first=" + first);
            if (page.isEmpty()) {
                throw new AssertionError("No account " + number);
            }
            for (var found : page) {
                if (found.get("alias").asText().equals(number)) {
                    return new Account(
                            found.get("id").asText(),
                            number,
                            found.get("name").asText(),
                            found.path("attributes")
                                    .path("micloud.partnerLabel")
                                    .path(0)
                                    .asText(""));
                }
            }
        }
    }

    /** Makes a user a member of accounts. */
    public void join(User user, Account... accounts) {
        for (var account : accounts) {
            expect(send("POST", "/organizations/" + account.id() + "/members", user.id()), 201);
        }
    }

    /** Has Keycloak invite whoever reads the mails to that address to an account. */
    public void invite(String email, Account account) {
        expect(
                Http.send(HttpRequest.newBuilder(URI.create(server + "/admin/realms/" + realm + "/organizations/"
                                + account.id() + "/members/invite-user"))
                        .header("Authorization", "Bearer " + token.value())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(Parameters.encode(Map.of("email", email))))),
                204);
    }

    /** Ends a membership. */
    public void leave(User user, Account account) {
        delete("/organizations/" + account.id() + "/members/" + user.id());
    }

    /** Switches an account on or off. */
    public void enable(Account account, boolean enabled) {
        change("/organizations/" + account.id(), node -> node.put("enabled", enabled));
    }

    /** Sets an attribute of an account. */
    public void setAttribute(Account account, String name, String value) {
        change(
                "/organizations/" + account.id(),
                node -> node.withObject("/attributes").putArray(name).add(value));
    }

    /** Deletes an account. */
    public void delete(Account account) {
        delete("/organizations/" + account.id());
    }

    /** Creates an identity provider and links it to an account. */
    public void provider(Account account, Map<String, Object> representation) {
        provider(representation);
        giveProvider(account, (String) representation.get("alias"));
    }

    /** Links an identity provider of the realm to an account. */
    public void giveProvider(Account account, String alias) {
        expect(send("POST", "/organizations/" + account.id() + "/identity-providers", alias), 204);
    }

    /** Creates an identity provider that belongs to no account. */
    public void provider(Map<String, Object> representation) {
        create("/identity-provider/instances", representation);
    }

    /** Takes an identity provider from an account; it stays a provider of the realm. */
    public void takeProvider(Account account, String alias) {
        delete("/organizations/" + account.id() + "/identity-providers/" + alias);
    }

    /** Switches an identity provider on or off. */
    public void enableProvider(String alias, boolean enabled) {
        change("/identity-provider/instances/" + alias, node -> node.put("enabled", enabled));
    }

    /** Creates a public web application with these attributes. */
    public String application(Map<String, String> attributes) {
        var clientId = "app-" + Names.word();
        createClient(clientId, true, attributes);
        return clientId;
    }

    /** Creates an application with a secret, which Keycloak makes up. */
    public String confidentialApplication(Map<String, String> attributes) {
        var clientId = "app-" + Names.word();
        createClient(clientId, false, attributes);
        return clientId;
    }

    /** Creates a SAML application that takes its answers at this address; its entity id is the client id. */
    public String samlApplication(URI consumer, Map<String, String> attributes) {
        var clientId = "saml-" + Names.word();
        var all = new LinkedHashMap<String, String>(attributes);
        // The requests of the tests are not signed, as those of the Support Site are not.
        all.put("saml.client.signature", "false");
        all.put("saml_assertion_consumer_url_post", consumer.toString());
        create(
                "/clients",
                Map.of(
                        "clientId",
                        clientId,
                        "protocol",
                        "saml",
                        "redirectUris",
                        List.of(consumer.toString()),
                        "attributes",
                        all));
        return clientId;
    }

    /** Makes the access tokens of an application good for another one as well. */
    public void addAudience(String clientId, String audience) {
        create(
                "/clients/" + client(clientId).get("id").asText() + "/protocol-mappers/models",
                Map.of(
                        "name",
                        "audience " + audience,
                        "protocol",
                        "openid-connect",
                        "protocolMapper",
                        "oidc-audience-mapper",
                        "config",
                        Map.of("included.client.audience", audience, "access.token.claim", "true")));
    }

    /** Gives an application one of the realm's client scopes, which its requests may then ask for. */
    public void offerScope(String clientId, String scope) {
        for (var known : get("/client-scopes")) {
            if (known.get("name").asText().equals(scope)) {
                var path = "/clients/" + client(clientId).get("id").asText() + "/optional-client-scopes/"
                        + known.get("id").asText();
                expect(send("PUT", path, "{}"), 204);
                return;
            }
        }
        throw new AssertionError("No client scope " + scope);
    }

    /** The secret of an application, empty for a public one. */
    public String secret(String clientId) {
        var client = client(clientId);
        return client.path("publicClient").asBoolean()
                ? ""
                : get("/clients/" + client.get("id").asText() + "/client-secret")
                        .path("value")
                        .asText("");
    }

    /** An application as the admin REST API shows it. */
    public JsonNode client(String clientId) {
        var found = get("/clients?clientId=" + Parameters.encode(clientId));
        if (found.isEmpty()) {
            throw new AssertionError("No client " + clientId);
        }
        return found.get(0);
    }

    /** Changes an application. */
    public void changeClient(String clientId, Consumer<ObjectNode> change) {
        change("/clients/" + client(clientId).get("id").asText(), change);
    }

    /** Changes the realm. */
    public void changeRealm(Consumer<ObjectNode> change) {
        change("", change);
    }

    /** Changes settings of the realm and returns what they were before. */
    public Map<String, JsonNode> changeRealm(Map<String, ?> settings) {
        var before = new LinkedHashMap<String, JsonNode>();
        changeRealm(realm -> settings.forEach((name, value) -> {
            before.put(name, realm.get(name));
            realm.set(name, Json.read(Json.write(value)));
        }));
        return before;
    }

    /** Reads below the realm. */
    public JsonNode get(String path) {
        return Json.read(expect(send("GET", path, ""), 200).body());
    }

    /** Reads from the server, outside any realm. */
    public JsonNode getServer(String path) {
        return Json.read(
                expect(request("GET", server.resolve("/admin" + path), ""), 200).body());
    }

    /** Posts below the realm and returns the id of what was made. */
    public String create(String path, Object representation) {
        var location = expect(send("POST", path, Json.write(representation)), 201)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Puts below the realm. */
    public void put(String path, Object representation) {
        expect(send("PUT", path, Json.write(representation)), 204);
    }

    /** Deletes below the realm. */
    public void delete(String path) {
        expect(send("DELETE", path, ""), 204);
    }

    /** Sends as it is, for answers that are expected to be refusals. */
    public HttpResponse<String> send(String method, String path, String body) {
        return request(method, URI.create(server + "/admin/realms/" + realm + path), body);
    }

    private void createClient(String clientId, boolean publicClient, Map<String, String> attributes) {
        create(
                "/clients",
                Map.of(
                        "clientId",
                        clientId,
                        "publicClient",
                        publicClient,
                        "standardFlowEnabled",
                        true,
                        "directAccessGrantsEnabled",
                        false,
                        "redirectUris",
                        List.of("http://127.0.0.1:9999/callback"),
                        "attributes",
                        attributes));
    }

    /** Reads below the realm, changes what is there, and writes it back. */
    public void change(String path, Consumer<ObjectNode> change) {
        var node = (ObjectNode) get(path);
        change.accept(node);
        put(path, node);
    }

    private HttpResponse<String> request(String method, URI address, String body) {
        var publisher =
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        return Http.send(HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token.value())
                .header("Content-Type", "application/json")
                .method(method, publisher));
    }

    /** Forgets the token of the admin REST API, which is no longer good after the server's clock was moved. */
    void signInAgain() {
        token.forget();
    }

    static HttpResponse<String> expect(HttpResponse<String> answer, int... wanted) {
        var statuses = new ArrayList<Integer>();
        for (var status : wanted) {
            statuses.add(status);
        }
        if (!statuses.contains(answer.statusCode())) {
            throw new AssertionError(answer.request().method() + " " + answer.uri() + " answered " + answer.statusCode()
                    + " instead of " + statuses + ": " + answer.body());
        }
        return answer;
    }
}
