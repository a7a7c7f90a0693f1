package com.micloud.signin.realm;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A realm's own RSA key, made anew for each generated realm so that both sides of a SAML link know it beforehand.
 *
 * @param privateKey PKCS#8, Base64
 * @param certificate self-signed X.509, Base64
 */
record SigningKey(String privateKey, String certificate) {

    private static final int BITS = 2048;
    private static final Duration LIFETIME = Duration.ofDays(3650);

    static SigningKey create(String name, Instant now) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            var pair = generator.generateKeyPair();
            return new SigningKey(
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()),
                    Base64.getEncoder().encodeToString(selfSigned(name, now, pair)));
        } catch (NoSuchAlgorithmException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("No signing key could be made", e);
        }
    }

    private static byte[] selfSigned(String name, Instant now, KeyPair pair)
            throws OperatorCreationException, IOException {
        var subject = new X500NameBuilder().addRDN(BCStyle.CN, name).build();
        // A day back: the server's clock may be behind the one that generates.
        return new JcaX509v3CertificateBuilder(
                        subject,
                        new BigInteger(120, new SecureRandom()),
                        Date.from(now.minus(Duration.ofDays(1))),
                        Date.from(now.plus(LIFETIME)),
                        subject,
                        pair.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()))
                .getEncoded();
    }
}
