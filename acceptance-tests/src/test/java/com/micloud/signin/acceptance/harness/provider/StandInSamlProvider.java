package com.micloud.signin.acceptance.harness.provider;

import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.saml.SamlXml;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jsoup.nodes.Entities;

/** A customer's SAML provider that signs somebody in without asking, or answers as spoilt as a test wants. */
public final class StandInSamlProvider implements AutoCloseable {
    private final Portal portal;
    private final ProviderServer server = new ProviderServer();
    private final Keys keys = Keys.make();
    private final String alias = "saml-" + Names.word();
    private final List<Map<String, String>> requests = Collections.synchronizedList(new ArrayList<>());
    private volatile Map<String, String> lastAnswer = Map.of();
    private volatile String nameId = "";
    private volatile Consumer<SamlAnswer> spoiling = answer -> {};

    /** A provider of customers of this portal, which runs until it is closed. */
    public StandInSamlProvider(Portal portal) {
        this.portal = portal;
        server.at("/sso", this::signOn);
    }

    /** Its alias at the portal. */
    public String alias() {
        return alias;
    }

    /** Where the portal takes its answers. */
    public URI consumer() {
        return portal.realm("broker/" + alias + "/endpoint");
    }

    /** The identity provider as the operator of the portal enters it. */
    public Map<String, Object> representation() {
        var config = new LinkedHashMap<String, String>();
        config.put("idpEntityId", server.address());
        config.put("entityId", portal.issuer().toString());
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
        return Map.of(
                "alias",
                alias,
                "displayName",
                "Provider " + alias,
                "providerId",
                "saml",
                "enabled",
                true,
                "trustEmail",
                false,
                "hideOnLogin",
                true,
                "firstBrokerLoginFlowAlias",
                "micloud first broker login",
                "config",
                config);
    }

    /** From now on this person is signed in. */
    public StandInSamlProvider signsIn(String name) {
        nameId = name;
        return this;
    }

    /** From now on answers are changed like this before they are signed. */
    public StandInSamlProvider spoiling(Consumer<SamlAnswer> change) {
        spoiling = change;
        return this;
    }

    /** The requests that came in: the parameters, and under `xml` the message. */
    public List<Map<String, String>> requests() {
        return List.copyOf(requests);
    }

    /** The form of the answer that was given last. */
    public Map<String, String> lastAnswer() {
        return lastAnswer;
    }

    /** The form of an answer that nobody asked for. */
    public Map<String, String> unsolicited() {
        return Map.of("SAMLResponse", answer("").encoded());
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
        var id = SamlXml.parse(xml).getDocumentElement().getAttribute("ID");
        var answer = answer(id);
        spoiling.accept(answer);
        var encoded = answer.encoded();
        lastAnswer = Map.of("SAMLResponse", encoded, "RelayState", question.get("RelayState"));
        return ProviderServer.Answer.page(
                200,
                """
                <!DOCTYPE html><html lang="en"><title>Provider</title>
                <body onload="document.forms[0].submit()"><form method="post" action="%s">
                <input type="hidden" name="SAMLResponse" value="%s"><input type="hidden" name="RelayState" value="%s">
                <noscript><button>Continue</button></noscript></form></body></html>"""
                        .formatted(consumer(), encoded, Entities.escape(question.get("RelayState"))));
    }

    private SamlAnswer answer(String inResponseTo) {
        return new SamlAnswer(keys)
                .set("issuer", server.address())
                .set("audience", portal.issuer().toString())
                .set("destination", consumer().toString())
                .set("inResponseTo", inResponseTo)
                .set("nameId", nameId);
    }
}
