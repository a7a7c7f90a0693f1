package com.micloud.signin.acceptance.harness.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The ways to sign an ID token, the right one and those of attackers. */
public enum TokenSigning {
    /** With the provider's own key, as it should be. */
    OWN_KEY {
        @Override
        String sign(JWTClaimsSet claims, RSAKey own) {
            return rsa(header(JWSAlgorithm.RS256, own), claims, own);
        }
    },
    /** With another key under the name of the provider's. */
    ANOTHER_KEY {
        @Override
        String sign(JWTClaimsSet claims, RSAKey own) {
            return rsa(header(JWSAlgorithm.RS256, own), claims, newKey());
        }
    },
    /** With another key under its own name. */
    UNPUBLISHED_KEY {
        @Override
        String sign(JWTClaimsSet claims, RSAKey own) {
            var other = newKey();
            return rsa(header(JWSAlgorithm.RS256, other), claims, other);
        }
    },
    /** With another key, which the token brings along. */
    KEY_IN_HEADER {
        @Override
        String sign(JWTClaimsSet claims, RSAKey own) {
            var other = newKey();
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .type(JOSEObjectType.JWT)
                    .keyID(own.getKeyID())
                    .jwk(other.toPublicJWK())
                    .build();
            return rsa(header, claims, other);
        }
    },
    /** Not at all: `"alg": "none"`. */
    ALGORITHM_NONE {
        @Override
        String sign(JWTClaimsSet claims, RSAKey own) {
            return new PlainJWT(claims).serialize();
        }
    },
    /** With the provider's signature of another token. */
    BORROWED_SIGNATURE {
        @Override
        String sign(JWTClaimsSet claims, RSAKey own) {
            var signature = OWN_KEY.sign(new JWTClaimsSet.Builder().subject("x").build(), own);
            return withSignature(OWN_KEY.sign(claims, own), signature.substring(signature.lastIndexOf('.') + 1));
        }
    },
    /** With an empty signature. */
    SIGNATURE_CUT_OFF {
        @Override
        String sign(JWTClaimsSet claims, RSAKey own) {
            return withSignature(OWN_KEY.sign(claims, own), "");
        }
    },
    /** With HS256, and the provider's public key, which everybody knows, as the secret. */
    PUBLIC_KEY_AS_SECRET {
        @Override
        String sign(JWTClaimsSet claims, RSAKey own) {
            try {
                var pem = "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(own.toPublicKey().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n";
                return signed(
                        header(JWSAlgorithm.HS256, own),
                        claims,
                        new MACSigner(pem.getBytes(StandardCharsets.US_ASCII)));
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }
    };

    abstract String sign(JWTClaimsSet claims, RSAKey own);

    static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWSHeader header(JWSAlgorithm algorithm, RSAKey named) {
        return new JWSHeader.Builder(algorithm)
                .type(JOSEObjectType.JWT)
                .keyID(named.getKeyID())
                .build();
    }

    private static String rsa(JWSHeader header, JWTClaimsSet claims, RSAKey key) {
        try {
            return signed(header, claims, new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) {
        var token = new SignedJWT(header, claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static String withSignature(String token, String signature) {
        return token.substring(0, token.lastIndexOf('.') + 1) + signature;
    }
}
