package com.micloud.signin.acceptance.harness.provider;

import com.micloud.signin.acceptance.harness.saml.SamlXml;
import javax.xml.crypto.dsig.XMLSignature;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * XML signature wrapping: a signed message is moved aside, where its signature still holds, and a forged one takes its
 * place. Numbered as SAML Raider numbers them, after Somorovsky et al., "On Breaking SAML".
 */
public enum SignatureWrapping {
    /** The signed response, moved into its own signature. */
    XSW1(true) {
        @Override
        void wrap(Document document, String name) {
            var evil = document.getDocumentElement();
            var original = withoutSignature(evil);
            forge(evil, name);
            signature(evil).appendChild(original);
        }
    },
    /** The signed response, before its signature. */
    XSW2(true) {
        @Override
        void wrap(Document document, String name) {
            var evil = document.getDocumentElement();
            var original = withoutSignature(evil);
            forge(evil, name);
            evil.insertBefore(original, signature(evil));
        }
    },
    /** A forged assertion before the signed one. */
    XSW3(false) {
        @Override
        void wrap(Document document, String name) {
            var original = SamlXml.only(document, "Assertion");
            var evil = withoutSignature(original);
            original.getParentNode().insertBefore(evil, original);
            forge(evil, name);
        }
    },
    /** The signed assertion inside a forged one. */
    XSW4(false) {
        @Override
        void wrap(Document document, String name) {
            var original = SamlXml.only(document, "Assertion");
            var evil = withoutSignature(original);
            document.getDocumentElement().appendChild(evil);
            forge(evil, name);
            evil.appendChild(original);
        }
    },
    /** The signature in a forged assertion, the signed one at the end of the message. */
    XSW5(false) {
        @Override
        void wrap(Document document, String name) {
            var evil = SamlXml.only(document, "Assertion");
            var original = withoutSignature(evil);
            forge(evil, name);
            document.getDocumentElement().appendChild(original);
        }
    },
    /** The signature in a forged assertion, the signed one inside the signature. */
    XSW6(false) {
        @Override
        void wrap(Document document, String name) {
            var evil = SamlXml.only(document, "Assertion");
            var original = withoutSignature(evil);
            forge(evil, name);
            signature(evil).appendChild(original);
        }
    },
    /** A forged assertion among the message's extensions, which are not looked at closely. */
    XSW7(false) {
        @Override
        void wrap(Document document, String name) {
            var original = SamlXml.only(document, "Assertion");
            var evil = withoutSignature(original);
            var extensions = document.createElementNS("urn:oasis:names:tc:SAML:2.0:protocol", "samlp:Extensions");
            document.getDocumentElement().insertBefore(extensions, original);
            extensions.appendChild(evil);
            forge(evil, name);
        }
    },
    /** The signed assertion in an object of the signature, a forged one around it. */
    XSW8(false) {
        @Override
        void wrap(Document document, String name) {
            var evil = SamlXml.only(document, "Assertion");
            var original = withoutSignature(evil);
            forge(evil, name);
            var object = document.createElementNS(XMLSignature.XMLNS, "ds:Object");
            signature(evil).appendChild(object);
            object.appendChild(original);
        }
    };

    private final boolean responseSigned;

    SignatureWrapping(boolean responseSigned) {
        this.responseSigned = responseSigned;
    }

    /** Whether it is the response that is signed, and not the assertion. */
    boolean responseSigned() {
        return responseSigned;
    }

    /** Moves what is signed aside, and lets what takes its place name somebody else. */
    abstract void wrap(Document document, String name);

    private static void forge(Element element, String name) {
        element.setAttribute("ID", "_forged-" + element.getLocalName());
        for (var nameId : SamlXml.all(element, "NameID")) {
            nameId.setTextContent(name);
        }
    }

    private static Element withoutSignature(Element signed) {
        var copy = (Element) signed.cloneNode(true);
        copy.removeChild(signature(copy));
        return copy;
    }

    private static Element signature(Element signed) {
        for (var child = signed.getFirstChild(); child != null; child = child.getNextSibling()) {
            if ("Signature".equals(child.getLocalName())) {
                return (Element) child;
            }
        }
        throw new IllegalStateException("Not signed: " + signed.getNodeName());
    }
}
