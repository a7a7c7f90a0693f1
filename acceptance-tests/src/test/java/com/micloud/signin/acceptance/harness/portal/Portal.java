package com.micloud.signin.acceptance.harness.portal;

import com.icegreen.greenmail.util.GreenMail;
import com.micloud.signin.acceptance.harness.saml.SamlXml;
import com.micloud.signin.demo.server.KeycloakServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** A running portal: a stock server with the packaged jars and the demo realm. */
public final class Portal implements AutoCloseable {
    /** The name of the realm. */
    public static final String REALM = "micloud";

    private final KeycloakServer server;
    private final List<URI> nodes;
    private final GreenMail mails;
    private final Optional<DataSource> database;
    private final Admin admin;
    private final Clock clock;

    /** The portal that this server is, with the mails it sends and the database it may be looked at in. */
    public Portal(KeycloakServer server, GreenMail mails, Optional<DataSource> database) {
        this(server, List.of(server.baseUri()), mails, database);
    }

    /** The portal whose first node this server is, behind the address that all of them share. */
    Portal(KeycloakServer server, List<URI> nodes, GreenMail mails, Optional<DataSource> database) {
        this.database = database;
        this.server = server;
        this.nodes = List.copyOf(nodes);
        this.mails = mails;
        this.admin = new Admin(server.baseUri(), REALM);
        this.clock = new Clock(realm("test-clock/ahead"), admin);
    }

    /** Where the server answers. */
    public URI server() {
        return server.baseUri();
    }

    /** Where each node answers by itself. */
    public List<URI> nodes() {
        return nodes;
    }

    /** Where the realm answers. */
    public URI issuer() {
        return URI.create(server() + "/realms/" + REALM);
    }

    /** An address below the realm. */
    public URI realm(String path) {
        return URI.create(issuer() + "/" + path);
    }

    /** An endpoint of OpenID Connect: `auth`, `token`, `userinfo`, ... */
    public URI oidc(String endpoint) {
        return realm("protocol/openid-connect/" + endpoint);
    }

    /** The certificate of the key with which the realm signs SAML messages. */
    public String signingCertificate() {
        var descriptor = SamlXml.parse(Http.send(HttpRequest.newBuilder(realm("protocol/saml/descriptor")))
                .body());
        return SamlXml.all(descriptor, "X509Certificate").get(0).getTextContent();
    }

    /** The operator of the realm. */
    public Admin admin() {
        return admin;
    }

    /** The server's clock; a test that moves it sets it back. */
    public Clock clock() {
        return clock;
    }

    /** The events of the realm. */
    public Events events() {
        return new Events(admin);
    }

    /** Memberships in great numbers, which only the portal on PostgreSQL takes. */
    public Memberships memberships() {
        return new Memberships(database.orElseThrow(), admin);
    }

    /** What the server's requests ask of the database. */
    public SqlLog sql() {
        return new SqlLog(server.logFile());
    }

    /** What the server logs in JSON, as it should in production: one line for each thing that it has to say. */
    public SqlLog jsonLog() {
        var plain = server.logFile();
        return new SqlLog(plain.resolveSibling(plain.getFileName().toString().replace(".log", ".json")));
    }

    /** The mails that the server has sent. */
    public GreenMail mails() {
        return mails;
    }

    /** The mails to a user, who has the username for an address. */
    public Mailbox mailboxOf(User user) {
        return new Mailbox(mails, user);
    }

    /** The version that the server says it is. */
    public String serverVersion() {
        return admin.getServer("/serverinfo").path("systemInfo").path("version").asText();
    }

    /** What the server tells those who watch it. */
    public String metrics() {
        return Http.send(HttpRequest.newBuilder(server.managementUri().resolve("/metrics")))
                .body();
    }

    /** Everything the server has logged. */
    public String log() {
        return server.log();
    }

    @Override
    public void close() {
        server.close();
        mails.stop();
    }
}
