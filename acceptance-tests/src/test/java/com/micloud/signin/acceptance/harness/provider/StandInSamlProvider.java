package com.micloud.signin.acceptance.harness.provider;

import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.plain.PlainPage;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.saml.SamlXml;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jsoup.nodes.Entities;

/** A customer's SAML provider that signs somebody in without asking, or answers as spoilt as a test wants. */
public final class StandInSamlProvider implements StandInProvider {
    private final URI issuer;
    private final ProviderServer server = ProviderServer.start();
    private volatile Keys keys;
    private final String alias = "saml-" + Names.word();
    private final List<Map<String, String>> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<String> unexpected = Collections.synchronizedList(new ArrayList<>());
    private final List<Map<String, String>> logOuts = Collections.synchronizedList(new ArrayList<>());
    private volatile UnaryOperator<String> logOutChange = UnaryOperator.identity();
    private volatile Map<String, String> lastAnswer = Map.of();
    private volatile String nameId = "";
    private volatile Consumer<SamlAnswer> spoiling = answer -> {};
    private volatile boolean pausing;

    /** A provider of customers of this portal, which runs until it is closed. */
    public StandInSamlProvider(Portal portal) {
        this(portal.issuer());
    }

    /** A provider of customers of the portal whose realm answers at this address, which runs until it is closed. */
    public StandInSamlProvider(URI issuer) {
        this(issuer, Keys.make());
    }

    private StandInSamlProvider(URI issuer, Keys keys) {
        this.issuer = issuer;
        this.keys = keys;
        server.at("/sso", this::signOn);
        server.at("/slo", this::logOut);
        server.at("/", question -> {
            unexpected.add("request");
            return ProviderServer.Answer.page(404, "<h1>Not here</h1>");
        });
    }

    /** A provider whose signing certificate, as the operator of the portal knows it, has expired. */
    public static StandInSamlProvider withExpiredCertificate(Portal portal) {
        return new StandInSamlProvider(portal.issuer(), Keys.expired());
    }

    @Override
    public String alias() {
        return alias;
    }

    /** From now on it signs with new keys, whose certificate is valid. */
    public StandInSamlProvider renewsCertificate() {
        keys = Keys.make();
        return this;
    }

    /** The certificate of its signing key, as the operator of the portal enters it. */
    public String certificate() {
        return keys.certificate();
    }

    /** What it publishes about itself. */
    public String metadata() {
        return """
                <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="%1$s">\
                <IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">\
                <KeyDescriptor use="signing"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>\
                %2$s</X509Certificate></X509Data></KeyInfo></KeyDescriptor>\
                <SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="%1$s/slo"/>\
                <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="%1$s/sso"/>\
                </IDPSSODescriptor></EntityDescriptor>"""
                .formatted(address(), certificate());
    }

    /** Its address. */
    public String address() {
        return server.address();
    }

    /** Where the portal takes its answers. */
    public URI consumer() {
        return URI.create(issuer + "/broker/" + alias + "/endpoint");
    }

    @Override
    public String type() {
        return "saml";
    }

    @Override
    public Map<String, String> config() {
        var config = new LinkedHashMap<String, String>();
        config.put("idpEntityId", server.address());
        config.put("entityId", issuer.toString());
        config.put("singleSignOnServiceUrl", server.address() + "/sso");
        config.put("nameIDPolicyFormat", "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress");
        config.put("principalType", "SUBJECT");
        config.put("postBindingResponse", "true");
        config.put("postBindingAuthnRequest", "false");
        config.put("wantAssertionsSigned", "true");
        config.put("wantAuthnRequestsSigned", "false");
        config.put("validateSignature", "true");
        config.put("signingCertificate", keys.certificate());
        config.put("loginHint", "true");
        config.put("syncMode", "IMPORT");
        return config;
    }

    @Override
    public String subjectOf(String name) {
        return name;
    }

    @Override
    public StandInSamlProvider signsIn(String name) {
        nameId = name;
        return this;
    }

    /** From now on answers are changed like this before they are signed. */
    public StandInSamlProvider spoiling(Consumer<SamlAnswer> change) {
        spoiling = change;
        return this;
    }

    /** From now on the browser stays at the provider; {@link #answer()} is what it would have posted. */
    public StandInSamlProvider pausing() {
        pausing = true;
        return this;
    }

    /** The requests that came in: the parameters, and under `xml` the message. */
    public List<Map<String, String>> requests() {
        return List.copyOf(requests);
    }

    /** The id of the request that came in last. */
    public String lastRequestId() {
        return idOf(requests.get(requests.size() - 1));
    }

    /** The settings by which the portal knows where this provider ends its sessions, and how it wants to be asked. */
    public Map<String, String> endingSessions(boolean byPost) {
        return Map.of(
                "singleLogoutServiceUrl", server.address() + "/slo", "postBindingLogout", Boolean.toString(byPost));
    }

    /** The requests to end a session that came in: the parameters, and under `xml` the message. */
    public List<Map<String, String>> logOuts() {
        return List.copyOf(logOuts);
    }

    /** From now on answers to such requests are changed like this before they are signed. */
    public StandInSamlProvider spoilingLogOut(UnaryOperator<String> change) {
        logOutChange = change;
        return this;
    }

    /** The form of an answer to the request to end a session that came in last. */
    public Map<String, String> signedOut() {
        var request = logOuts.get(logOuts.size() - 1);
        var document = SamlXml.parse(logOutChange.apply(
                """
                <samlp:LogoutResponse xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" \
                xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_%s" Version="2.0" IssueInstant="%s" \
                Destination="%s" InResponseTo="%s"><saml:Issuer>%s</saml:Issuer><samlp:Status><samlp:StatusCode \
                Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status></samlp:LogoutResponse>"""
                        .formatted(Names.word(), Instant.now(), consumer(), idOf(request), server.address())));
        SamlXml.sign(document.getDocumentElement(), keys.privateKey());
        return Map.of(
                "SAMLResponse",
                SamlXml.encode(SamlXml.write(document)),
                "RelayState",
                request.getOrDefault("RelayState", ""));
    }

    /** How often somebody asked for anything else than to sign somebody in. */
    public int unexpectedRequests() {
        return unexpected.size();
    }

    /** The form of the answer that was given last. */
    public Map<String, String> lastAnswer() {
        return lastAnswer;
    }

    /** The form of an answer to the request that came in last. */
    public Map<String, String> answer() {
        var request = requests.get(requests.size() - 1);
        return Map.of("SAMLResponse", message(idOf(request)), "RelayState", request.getOrDefault("RelayState", ""));
    }

    /** The form of an answer that nobody asked for. */
    public Map<String, String> unsolicited() {
        return Map.of("SAMLResponse", message(""));
    }

    /** A request to end the sessions of a person, signed by this provider and packed for posting. */
    public String logoutRequest(String destination, String name) {
        var document = SamlXml.parse(
                """
                <samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" \
                xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_%s" Version="2.0" IssueInstant="%s" \
                Destination="%s"><saml:Issuer>%s</saml:Issuer><saml:NameID>%s</saml:NameID></samlp:LogoutRequest>"""
                        .formatted(Names.word(), Instant.now(), destination, server.address(), name));
        SamlXml.sign(document.getDocumentElement(), keys.privateKey());
        return SamlXml.encode(SamlXml.write(document));
    }

    /** Posts a request to the portal that ends the sessions of a person, and reads the answer. */
    public PlainPage requestLogOut(String name) {
        return PlainTab.wantingPages()
                .browser()
                .post(consumer(), Map.of("SAMLRequest", logoutRequest(consumer().toString(), name)));
    }

    @Override
    public void close() {
        server.close();
    }

    private ProviderServer.Answer signOn(ProviderServer.Question question) {
        var xml = SamlXml.inflate(question.get("SAMLRequest"));
        var request = new LinkedHashMap<>(question.parameters());
        request.put("xml", xml);
        requests.add(request);
        if (pausing) {
            return ProviderServer.Answer.page(200, "<h1>Provider</h1>");
        }
        lastAnswer = answer();
        return posting(lastAnswer);
    }

    private ProviderServer.Answer logOut(ProviderServer.Question question) {
        var request = new LinkedHashMap<>(question.parameters());
        var packed = question.get("SAMLRequest");
        request.put("xml", question.get("SigAlg").isEmpty() ? SamlXml.decode(packed) : SamlXml.inflate(packed));
        logOuts.add(request);
        if (pausing) {
            return ProviderServer.Answer.page(200, "<h1>Signed out of the provider</h1>");
        }
        return posting(signedOut());
    }

    private ProviderServer.Answer posting(Map<String, String> form) {
        return ProviderServer.Answer.page(
                200,
                """
                <!DOCTYPE html><html lang="en"><title>Provider</title>
                <body onload="document.forms[0].submit()"><form method="post" action="%s">
                <input type="hidden" name="SAMLResponse" value="%s"><input type="hidden" name="RelayState" value="%s">
                <noscript><button>Continue</button></noscript></form></body></html>"""
                        .formatted(consumer(), form.get("SAMLResponse"), Entities.escape(form.get("RelayState"))));
    }

    private static String idOf(Map<String, String> request) {
        return SamlXml.parse(request.get("xml")).getDocumentElement().getAttribute("ID");
    }

    private String message(String inResponseTo) {
        var answer = new SamlAnswer(keys)
                .set("issuer", server.address())
                .set("audience", issuer.toString())
                .set("destination", consumer().toString())
                .set("inResponseTo", inResponseTo)
                .set("nameId", nameId);
        spoiling.accept(answer);
        return SamlXml.encode(answer.written());
    }
}
