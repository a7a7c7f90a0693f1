package com.micloud.signin.token;

import com.micloud.signin.keycloak.GuardedRealm;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.organization.protocol.mappers.saml.OrganizationGroupMembershipMapper;

/**
 * Keycloak's own SAML attributes for the groups of organizations, except that in a guarded realm only those of the chosen
 * account are kept.
 */
public final class OrganizationGroupsAttributes extends OrganizationGroupMembershipMapper {

    /** Keycloak names its attributes so, with the organization's alias behind it. */
    private static final String ORGANIZATION = "organization.";

    /** Stands in for Keycloak's own, which has order 0. */
    @Override
    public int order() {
        return 10;
    }

    @Override
    public void transformAttributeStatement(
            AttributeStatementType statement,
            ProtocolMapperModel mapping,
            KeycloakSession session,
            UserSessionModel userSession,
            AuthenticatedClientSessionModel clientSession) {
        if (!GuardedRealm.is(userSession.getRealm())) {
            super.transformAttributeStatement(statement, mapping, session, userSession, clientSession);
            return;
        }
        ChosenOrganization.ofSignIn(session).ifPresent(chosen -> {
            AttributeStatementType all = new AttributeStatementType();
            super.transformAttributeStatement(all, mapping, session, userSession, clientSession);
            String prefix = ORGANIZATION + chosen.getAlias() + ".";
            all.getAttributes().stream()
                    .filter(choice -> choice.getAttribute().getName().startsWith(prefix))
                    .forEach(statement::addAttribute);
        });
    }
}
