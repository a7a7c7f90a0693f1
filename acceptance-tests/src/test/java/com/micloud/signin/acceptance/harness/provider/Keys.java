package com.micloud.signin.acceptance.harness.provider;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An RSA key pair with a self-signed certificate for `localhost`. */
public record Keys(KeyPair pair, X509Certificate x509) {
    private static final char[] SECRET = "changeit".toCharArray();
    private static final AtomicLong SERIAL = new AtomicLong(1);

    /** Keys that are valid now. */
    public static Keys make() {
        var now = Instant.now();
        return make(now.minus(Duration.ofHours(1)), now.plus(Duration.ofDays(2)));
    }

    /** Keys that outlive the build directory. */
    public static Keys lasting() {
        var now = Instant.now();
        return make(now.minus(Duration.ofHours(1)), now.plus(Duration.ofDays(3650)));
    }

    /** Keys whose certificate was valid until an hour ago. */
    static Keys expired() {
        var now = Instant.now();
        return make(now.minus(Duration.ofDays(2)), now.minus(Duration.ofHours(1)));
    }

    PrivateKey privateKey() {
        return pair.getPrivate();
    }

    /** The certificate in Base64, as settings of SAML providers want it. */
    public String certificate() {
        try {
            return Base64.getEncoder().encodeToString(x509.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The certificate as files of web servers hold it. */
    public String certificatePem() {
        return pem("CERTIFICATE", certificate());
    }

    /** The private key as files of web servers hold it. */
    public String privateKeyPem() {
        return pem("PRIVATE KEY", secret());
    }

    /** The private key in Base64, as settings of realms want it. */
    public String secret() {
        return Base64.getEncoder().encodeToString(privateKey().getEncoded());
    }

    /** Writes a file in which Java looks up whom it trusts: whoever has these keys. */
    public void writeTrustStore(Path file, String password) {
        try (var out = Files.newOutputStream(file)) {
            trustStore().store(out, password.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a client needs to trust a server with these keys, and no other. */
    public SSLContext trusting() {
        try {
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trustStore());
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyStore trustStore() {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, SECRET);
            store.setCertificateEntry("authority", x509);
            return store;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pem(String what, String base64) {
        return "-----BEGIN " + what + "-----\n" + base64.replaceAll("(.{64})", "$1\n") + "\n-----END " + what
                + "-----\n";
    }

    /** What a web server needs to speak TLS with these keys. */
    SSLContext tls() {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, SECRET);
            store.setKeyEntry("server", privateKey(), SECRET, new Certificate[] {x509});
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, SECRET);
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Keys make(Instant notBefore, Instant notAfter) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var pair = generator.generateKeyPair();
            var name = new X500NameBuilder().addRDN(BCStyle.CN, "localhost").build();
            var signed = new JcaX509v3CertificateBuilder(
                            name,
                            BigInteger.valueOf(SERIAL.getAndIncrement()),
                            Date.from(notBefore),
                            Date.from(notAfter),
                            name,
                            pair.getPublic())
                    .addExtension(
                            Extension.subjectAlternativeName,
                            false,
                            new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")))
                    .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()))
                    .getEncoded();
            var certificate =
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(signed));
            return new Keys(pair, (X509Certificate) certificate);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
