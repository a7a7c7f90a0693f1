package com.micloud.signin.token;

import com.micloud.signin.keycloak.GuardedRealm;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType.ASTChoiceType;
import org.keycloak.dom.saml.v2.assertion.AttributeType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.organization.protocol.mappers.saml.OrganizationMembershipMapper;
import org.keycloak.saml.common.constants.JBossSAMLURIConstants;

/**
 * Keycloak's own SAML attribute {@code organization}, except that in a guarded realm it names the chosen account and no
 * other. By itself Keycloak lists every organization of the user, and offers it to every new SAML application.
 */
public final class OrganizationAttribute extends OrganizationMembershipMapper {

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
        if (GuardedRealm.is(userSession.getRealm())) {
            ChosenOrganization.ofSignIn(session).ifPresent(chosen -> name(chosen, statement));
        } else {
            super.transformAttributeStatement(statement, mapping, session, userSession, clientSession);
        }
    }

    private static void name(OrganizationModel chosen, AttributeStatementType statement) {
        AttributeType attribute = new AttributeType(ORGANIZATION_ATTRIBUTE_NAME);
        attribute.setFriendlyName(ORGANIZATION_ATTRIBUTE_NAME);
        attribute.setNameFormat(JBossSAMLURIConstants.ATTRIBUTE_FORMAT_BASIC.get());
        attribute.addAttributeValue(chosen.getAlias());
        statement.addAttribute(new ASTChoiceType(attribute));
    }
}
