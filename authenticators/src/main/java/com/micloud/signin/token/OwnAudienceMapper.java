package com.micloud.signin.token;

import com.micloud.signin.application.ClientApplications;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;

/**
 * Puts a confidential application into the audience of its own access tokens, so that it can introspect them. Since 26.7
 * Keycloak answers an application only about tokens that are meant for it. Tokens of public applications stay as they are:
 * who has no secret introspects nothing.
 */
public final class OwnAudienceMapper extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenMapper, TokenIntrospectionTokenMapper {

    public static final String ID = ClientApplications.OWN_AUDIENCE_MAPPER;

    private static final List<ProviderConfigProperty> SETTINGS = settings();

    private static List<ProviderConfigProperty> settings() {
        List<ProviderConfigProperty> settings = new ArrayList<>();
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(settings, OwnAudienceMapper.class);
        return List.copyOf(settings);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "MiCloud own audience";
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "Lets a confidential application introspect its own access tokens: adds its client id to aud.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return SETTINGS;
    }

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel mapping,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext context) {
        ClientModel client = context.getClientSession().getClient();
        if (!client.isPublicClient() && !client.isBearerOnly()) {
            token.addAudience(client.getClientId());
        }
    }
}
