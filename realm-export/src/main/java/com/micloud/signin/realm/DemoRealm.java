package com.micloud.signin.realm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the demo realm, and the realms that play the customers' providers, from the production file. */
public final class DemoRealm {

    /** The portal's realm. */
    public static final String NAME = "micloud";

    private static final String PRODUCTION_FILE = "/micloud-realm.json";
    private static final String FIRST_LOGIN_FLOW = "micloud first broker login";
    private static final String DEFAULT_ROLES = "default-roles-";

    private final DemoSettings settings;
    private final DemoDescription description;

    private DemoRealm(DemoSettings settings) {
        this.settings = settings;
        this.description = DemoDescription.with(settings.overlay());
    }

    /**
     * Writes one import file per realm. Keys and secrets are new every time, so files of different runs do not mix.
     *
     * @return the files, the portal's realm first
     */
    public static List<Path> write(Path folder, DemoSettings settings) {
        try {
            Files.createDirectories(folder);
            var files = new ArrayList<Path>();
            for (var realm : new DemoRealm(settings).realms().entrySet()) {
                var file = folder.resolve(realm.getKey() + "-realm.json");
                Json.MAPPER.writeValue(file.toFile(), realm.getValue());
                files.add(file);
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the files: {@code <folder> [<base URL> [<SMTP host> <SMTP port>]]}. */
    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            throw new IllegalArgumentException("Name the folder for the realm files");
        }
        var settings = DemoSettings.standard();
        if (arguments.length > 1) {
            settings = settings.withBaseUrl(arguments[1]);
        }
        if (arguments.length > 3) {
            settings = settings.withSmtp(arguments[2], Integer.parseInt(arguments[3]));
        }
        write(Path.of(arguments[0]), settings);
    }

    static Map<String, ObjectNode> realms(DemoSettings settings) {
        return new DemoRealm(settings).realms();
    }

    private Map<String, ObjectNode> realms() {
        var portalKey = SigningKey.create(NAME, settings.now());
        var portal = portal(portalKey);
        var realms = new LinkedHashMap<String, ObjectNode>();
        realms.put(NAME, portal);
        for (var provider : description.providers()) {
            var standIn = standIn(provider, portalKey);
            var realm = standInRealm(provider);
            standIn.describePortal(realm);
            realms.put(provider.alias(), realm);
            standIn.describeProvider(identityProvider(portal.withArray("identityProviders"), provider));
        }
        // Last, so that an overlay can change whatever was generated.
        Json.merge(portal, description.realm());
        return realms;
    }

    private ObjectNode portal(SigningKey key) {
        var portal = Json.resource(PRODUCTION_FILE);
        KeyComponents.install(portal, key);
        new DemoApplications(settings).adapt((ArrayNode) portal.get("clients"));
        portal.putObject("smtpServer")
                .put("host", settings.smtpHost())
                .put("port", String.valueOf(settings.smtpPort()))
                .put("from", "no-reply@micloud.example")
                .put("fromDisplayName", "MiCloud");
        var users = portal.putArray("users");
        description.people().forEach(person -> users.add(user(person)));
        var organizations = portal.putArray("organizations");
        description.accounts().forEach(account -> organizations.add(organization(account)));
        return portal;
    }

    private ObjectNode user(DemoDescription.Person person) {
        var user = person(person, NAME).put("email", person.username());
        if (person.hasPassword()) {
            user.putArray("credentials")
                    .add(
                            person.passwordAgeDays() == 0
                                    ? PasswordCredential.now(person.password())
                                    : PasswordCredential.setAt(
                                            person.password(),
                                            settings.now().minus(Duration.ofDays(person.passwordAgeDays()))));
        }
        return user;
    }

    private static ObjectNode person(DemoDescription.Person person, String realm) {
        var user = JsonNodeFactory.instance
                .objectNode()
                .put("username", person.username())
                .put("enabled", true)
                .put("emailVerified", true)
                .put("firstName", person.firstName())
                .put("lastName", person.lastName());
        // Imported users get no default roles by themselves, and long sessions need one of them.
        user.putArray("realmRoles").add(DEFAULT_ROLES + realm);
        return user;
    }

    private ObjectNode organization(DemoDescription.Account account) {
        var organization = JsonNodeFactory.instance
                .objectNode()
                .put("name", account.name())
                .put("alias", account.number())
                .put("enabled", true);
        var attributes = organization.putObject("attributes");
        attribute(attributes, "micloud.displayName", account.displayName());
        attribute(attributes, "micloud.partnerLabel", account.partnerLabel());
        attribute(attributes, "micloud.signInPolicy", account.policy());
        var providers = organization.putArray("identityProviders");
        if (!account.provider().isEmpty()) {
            providers.addObject().put("alias", account.provider());
        }
        var members = organization.putArray("members");
        description.people().stream()
                .filter(person -> person.accounts().contains(account.number()))
                .forEach(person ->
                        members.addObject().put("username", person.username()).put("membershipType", "UNMANAGED"));
        return organization;
    }

    private static void attribute(ObjectNode attributes, String name, String value) {
        if (!value.isEmpty()) {
            attributes.putArray(name).add(value);
        }
    }

    private StandIn standIn(DemoDescription.Provider provider, SigningKey portalKey) {
        return provider.protocol() == DemoDescription.Protocol.SAML
                ? new SamlStandIn(
                        provider.alias(), settings, SigningKey.create(provider.alias(), settings.now()), portalKey)
                : new OidcStandIn(provider.alias(), settings, secret());
    }

    private ObjectNode standInRealm(DemoDescription.Provider provider) {
        var realm = JsonNodeFactory.instance
                .objectNode()
                .put("realm", provider.alias())
                .put("displayName", provider.title())
                .put("enabled", true)
                .put("sslRequired", "external")
                .put("registrationAllowed", false)
                .put("loginWithEmailAllowed", true)
                .put("loginTheme", "keycloak.v2");
        var users = realm.putArray("users");
        for (var person : description.peopleOf(provider)) {
            var user = person(person, provider.alias()).put("email", person.knownToProviderAs());
            user.putArray("credentials").add(PasswordCredential.now(description.enterprisePassword()));
            users.add(user);
        }
        return realm;
    }

    private static ObjectNode identityProvider(ArrayNode list, DemoDescription.Provider provider) {
        var identityProvider = list.addObject()
                .put("alias", provider.alias())
                .put("displayName", provider.company() + " " + provider.standsFor())
                .put("enabled", true)
                .put("hideOnLogin", true)
                .put("trustEmail", false)
                .put("storeToken", false)
                .put("addReadTokenRoleOnCreate", false)
                .put("linkOnly", false)
                .put("firstBrokerLoginFlowAlias", FIRST_LOGIN_FLOW);
        // A link is the administrator's to undo, so the account console does not offer to.
        identityProvider
                .putObject("config")
                .put("syncMode", "IMPORT")
                .put("loginHint", "true")
                .put("showInAccountConsole", "NEVER");
        return identityProvider;
    }

    private static String secret() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
