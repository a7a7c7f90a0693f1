package com.micloud.signin.token;

import com.micloud.signin.keycloak.GuardedRealm;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.organization.protocol.mappers.oidc.OrganizationMembershipMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;

/**
 * Keycloak's own claim {@code organization}, except that in a guarded realm it names the chosen account and no other,
 * whatever the scope asks for. By itself Keycloak keeps the choice once for all tabs of a browser.
 */
public final class OrganizationClaim extends OrganizationMembershipMapper {

    /** Stands in for Keycloak's own, which has order 0. */
    @Override
    public int order() {
        return 10;
    }

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel mapping,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext context) {
        if (GuardedRealm.is(userSession.getRealm())) {
            ChosenOrganization.ofIssued(session, context)
                    .ifPresent(chosen -> name(chosen, token, mapping, userSession, session, context));
        } else {
            super.setClaim(token, mapping, userSession, session, context);
        }
    }

    @Override
    public AccessToken transformUserInfoToken(
            AccessToken userinfo,
            ProtocolMapperModel mapping,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        if (!GuardedRealm.is(userSession.getRealm())) {
            return super.transformUserInfoToken(userinfo, mapping, session, userSession, context);
        }
        if (OIDCAttributeMapperHelper.includeInUserInfo(mapping)) {
            ChosenOrganization.ofPresented(session, PresentedToken.atUserinfo(session), userSession)
                    .ifPresent(chosen -> name(chosen, userinfo, mapping, userSession, session, context));
        }
        return userinfo;
    }

    @Override
    public AccessToken transformIntrospectionToken(
            AccessToken answer,
            ProtocolMapperModel mapping,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        if (!GuardedRealm.is(userSession.getRealm())) {
            return super.transformIntrospectionToken(answer, mapping, session, userSession, context);
        }
        if (OIDCAttributeMapperHelper.includeInIntrospection(mapping)) {
            ChosenOrganization.ofPresented(session, PresentedToken.atIntrospection(session), userSession)
                    .ifPresent(chosen -> name(chosen, answer, mapping, userSession, session, context));
        }
        return answer;
    }

    /**
     * Keycloak names the organization of the request, where there is one. It is taken back afterwards: Keycloak would pin
     * it to the refresh token, and refuse a refresh before {@link AccountBinding} can say why.
     */
    private void name(
            OrganizationModel chosen,
            IDToken token,
            ProtocolMapperModel mapping,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext context) {
        OrganizationModel before = session.getContext().getOrganization();
        session.getContext().setOrganization(chosen);
        try {
            super.setClaim(token, mapping, userSession, session, context);
        } finally {
            session.getContext().setOrganization(before);
        }
    }
}
