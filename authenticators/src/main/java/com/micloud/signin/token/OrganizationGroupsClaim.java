package com.micloud.signin.token;

import com.micloud.signin.keycloak.GuardedRealm;
import java.util.Optional;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.organization.protocol.mappers.oidc.OrganizationGroupMembershipMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;

/**
 * Keycloak's own groups in the claim {@code organization}, except that in a guarded realm they are those of the chosen
 * account and of no other.
 *
 * <p>Keycloak keeps once for all tabs of a browser whose groups it names, and nothing can tell it otherwise. So the tokens
 * of a tab get groups only while no other tab of the same application has signed in for another account since.
 */
public final class OrganizationGroupsClaim extends OrganizationGroupMembershipMapper {

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
        if (!GuardedRealm.is(userSession.getRealm())
                || isNamed(ChosenOrganization.ofIssued(session, context), context)) {
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
        if (OIDCAttributeMapperHelper.includeInUserInfo(mapping)
                && isNamed(
                        ChosenOrganization.ofPresented(session, PresentedToken.atUserinfo(session), userSession),
                        context)) {
            super.setClaim(userinfo, mapping, userSession, session, context);
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
        if (OIDCAttributeMapperHelper.includeInIntrospection(mapping)
                && isNamed(
                        ChosenOrganization.ofPresented(session, PresentedToken.atIntrospection(session), userSession),
                        context)) {
            super.setClaim(answer, mapping, userSession, session, context);
        }
        return answer;
    }

    /** Whether Keycloak would name the groups of this organization. */
    private static boolean isNamed(Optional<OrganizationModel> chosen, ClientSessionContext context) {
        String named = context.getClientSession().getNote(OrganizationModel.ORGANIZATION_ATTRIBUTE);
        return chosen.filter(organization -> organization.getId().equals(named)).isPresent();
    }
}
