package com.micloud.signin.logout;

import com.micloud.signin.keycloak.QueryText;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.security.PrivateKey;
import java.security.PublicKey;
import org.keycloak.OAuth2Constants;
import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.broker.saml.SAMLIdentityProviderConfig;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.dom.saml.v2.assertion.NameIDType;
import org.keycloak.dom.saml.v2.protocol.LogoutRequestType;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.saml.JaxrsSAML2BindingBuilder;
import org.keycloak.saml.SAML2LogoutRequestBuilder;
import org.keycloak.saml.SignatureAlgorithm;
import org.keycloak.saml.common.exceptions.ConfigurationException;
import org.keycloak.saml.common.exceptions.ParsingException;
import org.keycloak.saml.common.exceptions.ProcessingException;
import org.keycloak.saml.processing.api.saml.v2.request.SAML2Request;
import org.keycloak.services.resources.RealmsResource;

/**
 * Sends a browser to a provider to sign out there too. Keycloak can do this only while its own session exists, and
 * gives the provider the id of that session. This class expects the answer under a name that has no other use.
 */
final class ProviderLogout {

    private static final String SAML = "saml";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final PendingLogouts pendingLogouts;

    ProviderLogout(KeycloakSession session, PendingLogouts pendingLogouts) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.pendingLogouts = pendingLogouts;
    }

    /**
     * The way to the provider.
     *
     * @param pendingLogout the log-out
     * @param known the provider's session
     * @param model the provider as it is set up now
     * @param address where it ends sessions
     * @throws IllegalArgumentException if that address is none
     */
    Response begin(String pendingLogout, ProviderSession known, IdentityProviderModel model, String address) {
        return model.getProviderId().equals(SAML)
                ? saml(pendingLogout, known, new SAMLIdentityProviderConfig(model), address)
                : oidc(pendingLogout, known, new OIDCIdentityProviderConfig(model), address);
    }

    /** OpenID Connect RP-Initiated Logout 1.0, section 2. */
    private Response oidc(
            String pendingLogout, ProviderSession known, OIDCIdentityProviderConfig config, String address) {
        UriBuilder end = UriBuilder.fromUri(address);
        boolean namesSession =
                config.isSendIdTokenOnLogout() && !known.idToken().isEmpty();
        if (namesSession) {
            end.queryParam(OIDCLoginProtocol.ID_TOKEN_HINT, QueryText.encode(known.idToken()));
        }
        // Of the two one is needed for the provider to know whose address the browser is to be sent back to.
        if (!namesSession || config.isSendClientIdOnLogout()) {
            end.queryParam(OAuth2Constants.CLIENT_ID, QueryText.encode(config.getClientId()));
        }
        String back = RealmsResource.brokerUrl(session.getContext().getUri())
                .path("{alias}/endpoint/logout_response")
                .build(realm.getName(), known.alias())
                .toString();
        return Response.seeOther(end.queryParam(
                                OIDCLoginProtocol.POST_LOGOUT_REDIRECT_URI_PARAM, QueryText.encode(back))
                        .queryParam(
                                OAuth2Constants.STATE,
                                pendingLogouts.expect(new PendingLogouts.Expected(pendingLogout, known.alias(), "")))
                        .build())
                .build();
    }

    private Response saml(
            String pendingLogout, ProviderSession known, SAMLIdentityProviderConfig config, String address) {
        try {
            LogoutRequestType request = new SAML2LogoutRequestBuilder()
                    .assertionExpiration(realm.getAccessCodeLifespan())
                    .issuer(entityId(config))
                    .sessionIndex(known.sessionIndex().isEmpty() ? null : known.sessionIndex())
                    .nameId(NameIDType.deserializeFromString(known.nameId()))
                    .destination(address)
                    .createLogoutRequest();
            String relayState =
                    pendingLogouts.expect(new PendingLogouts.Expected(pendingLogout, known.alias(), request.getID()));
            JaxrsSAML2BindingBuilder binding = signed(config).relayState(relayState);
            return config.isPostBindingLogout()
                    ? binding.postBinding(SAML2Request.convert(request)).request(address)
                    : binding.redirectBinding(SAML2Request.convert(request)).request(address);
        } catch (ConfigurationException | ProcessingException | ParsingException | IOException e) {
            throw new IllegalArgumentException("No log-out request can be made for " + known.alias(), e);
        }
    }

    /** Always signed: requests that go through a browser must be (SAML 2.0 Profiles, 4.4.4.1). */
    private JaxrsSAML2BindingBuilder signed(SAMLIdentityProviderConfig config) {
        KeyWrapper key = session.keys().getActiveKey(realm, KeyUse.SIG, Algorithm.RS256);
        String keyName = config.getXmlSigKeyInfoKeyNameTransformer().getKeyName(key.getKid(), key.getCertificate());
        return new JaxrsSAML2BindingBuilder(session)
                .signWith(
                        keyName, (PrivateKey) key.getPrivateKey(), (PublicKey) key.getPublicKey(), key.getCertificate())
                .signatureAlgorithm(
                        config.getSignatureAlgorithm() == null
                                ? SignatureAlgorithm.RSA_SHA256
                                : SignatureAlgorithm.valueOf(config.getSignatureAlgorithm()))
                .signDocument();
    }

    private String entityId(SAMLIdentityProviderConfig config) {
        String own = config.getEntityId();
        return own == null || own.isEmpty()
                ? RealmsResource.realmBaseUrl(session.getContext().getUri())
                        .build(realm.getName())
                        .toString()
                : own;
    }
}
