package com.micloud.signin.token;

import com.micloud.signin.account.Account;
import com.micloud.signin.account.AccountDirectory;
import com.micloud.signin.application.ClientApplications;
import com.micloud.signin.keycloak.ErrorPages;
import com.micloud.signin.session.BoundAccount;
import java.util.List;
import java.util.Optional;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType.ASTChoiceType;
import org.keycloak.dom.saml.v2.assertion.AttributeType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.saml.mappers.AbstractSAMLProtocolMapper;
import org.keycloak.protocol.saml.mappers.AttributeStatementHelper;
import org.keycloak.protocol.saml.mappers.SAMLAttributeStatementMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.saml.common.constants.JBossSAMLURIConstants;

/** Puts the facts of the claim {@code micloud_account} into SAML assertions, one attribute each. */
public final class AccountSamlMapper extends AbstractSAMLProtocolMapper implements SAMLAttributeStatementMapper {

    public static final String ID = ClientApplications.SAML_CLAIM_MAPPER;

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
        return AttributeStatementHelper.ATTRIBUTE_STATEMENT_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "Names the account that the user chose and proved: attributes micloud_account_*.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public void transformAttributeStatement(
            AttributeStatementType statement,
            ProtocolMapperModel mapping,
            KeycloakSession session,
            UserSessionModel userSession,
            AuthenticatedClientSessionModel clientSession) {
        // An assertion is made in the very request that ends the sign-in.
        Optional.ofNullable(session.getContext().getAuthenticationSession())
                .flatMap(BoundAccount::of)
                .map(bound -> open(session, userSession, clientSession, bound))
                .ifPresent(account -> add(statement, account));
    }

    /** The account, unless it was closed since the guard judged: a page of consent may have been open for long. */
    private static Account open(
            KeycloakSession session,
            UserSessionModel userSession,
            AuthenticatedClientSessionModel clientSession,
            BoundAccount bound) {
        AccountDirectory directory = AccountDirectory.of(session);
        new AccountJudge(directory, ClientApplications.of(clientSession.getClient()))
                .refusal(userSession.getUser(), bound)
                .ifPresent(refusal -> {
                    throw ErrorPages.forbidden(session, refusal.messageKey());
                });
        return directory.find(bound.accountId()).orElseThrow();
    }

    private static void add(AttributeStatementType statement, Account account) {
        add(statement, "micloud_account_id", account.id());
        add(statement, "micloud_account_number", account.number());
        add(statement, "micloud_account_name", account.name());
        if (!account.partnerLabel().isEmpty()) {
            add(statement, "micloud_partner_label", account.partnerLabel());
        }
    }

    private static void add(AttributeStatementType statement, String name, String value) {
        AttributeType attribute = new AttributeType(name);
        attribute.setNameFormat(JBossSAMLURIConstants.ATTRIBUTE_FORMAT_BASIC.get());
        attribute.addAttributeValue(value);
        statement.addAttribute(new ASTChoiceType(attribute));
    }
}
