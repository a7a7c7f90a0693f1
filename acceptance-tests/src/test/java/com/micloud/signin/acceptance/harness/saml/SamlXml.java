package com.micloud.signin.acceptance.harness.saml;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** SAML messages as XML: read, written, packed for the bindings, signed and verified, all with the JDK. */
public final class SamlXml {
    private static final XMLSignatureFactory SIGNATURES = XMLSignatureFactory.getInstance("DOM");

    private SamlXml() {}

    /** Parses a message. */
    public static Document parse(String xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalArgumentException("Not XML: " + xml, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a message as it is. */
    public static String write(Document document) {
        try {
            var transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            var text = new StringWriter();
            transformer.transform(new DOMSource(document), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All elements of this local name, in the order of the document. */
    public static List<Element> all(Node node, String localName) {
        var found = node instanceof Document document
                ? document.getElementsByTagNameNS("*", localName)
                : ((Element) node).getElementsByTagNameNS("*", localName);
        var elements = new ArrayList<Element>();
        for (var i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    /** The first element of this local name, which must be there. */
    public static Element only(Node node, String localName) {
        var found = all(node, localName);
        if (found.isEmpty()) {
            throw new AssertionError("No element " + localName);
        }
        return found.get(0);
    }

    /** Packs a message for the redirect binding. */
    public static String deflate(String xml) {
        var bytes = new ByteArrayOutputStream();
        var raw = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try (var out = new DeflaterOutputStream(bytes, raw)) {
            out.write(xml.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            raw.end();
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /** Unpacks a message of the redirect binding. */
    public static String inflate(String packed) {
        var inflater = new Inflater(true);
        try {
            inflater.setInput(Base64.getMimeDecoder().decode(packed));
            var text = new ByteArrayOutputStream();
            var buffer = new byte[4096];
            while (!inflater.finished()) {
                var read = inflater.inflate(buffer);
                if (read == 0) {
                    break;
                }
                text.write(buffer, 0, read);
            }
            return text.toString(StandardCharsets.UTF_8);
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("Not deflated: " + packed, e);
        } finally {
            inflater.end();
        }
    }

    /** Packs a message for the post binding. */
    public static String encode(String xml) {
        return Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
    }

    /** Unpacks a message of the post binding. */
    public static String decode(String packed) {
        return new String(Base64.getMimeDecoder().decode(packed), StandardCharsets.UTF_8);
    }

    /** Signs the element, which has an `ID` and begins with its `Issuer`. */
    public static void sign(Element element, PrivateKey key) {
        try {
            element.setIdAttribute("ID", true);
            var reference = SIGNATURES.newReference(
                    "#" + element.getAttribute("ID"),
                    SIGNATURES.newDigestMethod(DigestMethod.SHA256, null),
                    List.of(
                            SIGNATURES.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
                            SIGNATURES.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)),
                    null,
                    null);
            var info = SIGNATURES.newSignedInfo(
                    SIGNATURES.newCanonicalizationMethod(
                            CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                    SIGNATURES.newSignatureMethod("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", null),
                    List.of(reference));
            var afterIssuer = only(element, "Issuer").getNextSibling();
            var context = new DOMSignContext(key, element, afterIssuer);
            context.setDefaultNamespacePrefix("ds");
            SIGNATURES.newXMLSignature(info, null).sign(context);
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fails unless every signature is good and one covers the whole message or the assertion. */
    public static void verify(Document document, String certificate) {
        var signatures = document.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature");
        if (signatures.getLength() == 0) {
            throw new AssertionError("The message is not signed");
        }
        try {
            for (var i = 0; i < signatures.getLength(); i++) {
                var signature = signatures.item(i);
                var signed = (Element) signature.getParentNode();
                signed.setIdAttribute("ID", true);
                var context = new DOMValidateContext(certificate(certificate).getPublicKey(), signature);
                if (!SIGNATURES.unmarshalXMLSignature(context).validate(context)) {
                    throw new AssertionError("The signature of " + signed.getLocalName() + " is not good");
                }
            }
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
            throw new AssertionError("The signature could not be read", e);
        }
    }

    private static X509Certificate certificate(String encoded) throws GeneralSecurityException {
        var bytes = Base64.getMimeDecoder().decode(encoded);
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
    }
}
