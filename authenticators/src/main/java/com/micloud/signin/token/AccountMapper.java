package com.micloud.signin.token;

import com.micloud.signin.account.Account;
import com.micloud.signin.account.AccountDirectory;
import com.micloud.signin.application.ClientApplications;
import com.micloud.signin.session.BoundAccount;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;

/** Puts the claim {@code micloud_account} into ID token, access token, userinfo and introspection. */
public final class AccountMapper extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenMapper, OIDCIDTokenMapper, UserInfoTokenMapper, TokenIntrospectionTokenMapper {

    public static final String ID = ClientApplications.CLAIM_MAPPER;

    private static final List<ProviderConfigProperty> SETTINGS = settings();

    private static List<ProviderConfigProperty> settings() {
        List<ProviderConfigProperty> settings = new ArrayList<>();
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(settings, AccountMapper.class);
        return List.copyOf(settings);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "MiCloud account";
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "Names the account that the user chose and proved: claim micloud_account.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return SETTINGS;
    }

    @Override
    public AccessToken transformUserInfoToken(
            AccessToken userinfo,
            ProtocolMapperModel mapping,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext clientSession) {
        if (OIDCAttributeMapperHelper.includeInUserInfo(mapping)) {
            tell(userinfo, PresentedToken.atUserinfo(session), session, userSession);
        }
        return userinfo;
    }

    @Override
    public AccessToken transformIntrospectionToken(
            AccessToken answer,
            ProtocolMapperModel mapping,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext clientSession) {
        if (OIDCAttributeMapperHelper.includeInIntrospection(mapping)) {
            tell(answer, PresentedToken.atIntrospection(session), session, userSession);
        }
        return answer;
    }

    private static void tell(
            AccessToken answer, PresentedToken presented, KeycloakSession session, UserSessionModel userSession) {
        presented
                .account(AccountDirectory.of(session), userSession.getUser())
                .ifPresent(account -> put(answer, account));
    }

    /** For the ID token and the access token, when they are issued. */
    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel mapping,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext clientSession) {
        new TokenAccount(session, clientSession)
                .forClaim()
                .map(BoundAccount::accountId)
                .flatMap(AccountDirectory.of(session)::find)
                .ifPresent(account -> put(token, account));
    }

    private static void put(IDToken token, Account account) {
        token.getOtherClaims().put(AccountClaim.NAME, AccountClaim.of(account));
    }
}
