package com.micloud.signin.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.ProtocolMapperContainerModel;

/** Reads an application's switches from the attributes of its client. */
public final class ClientApplications {

    public static final String KIND = "micloud.kind";
    public static final String SINGLE_SIGN_ON = "micloud.sso";
    public static final String ACCOUNT_SELECTION = "micloud.accountSelection";
    public static final String FORGOT_PASSWORD = "micloud.forgotPassword";
    public static final String REENTRY = "micloud.reentry";
    public static final String REFRESH_TOKEN_ROTATION = "micloud.refreshTokenRotation";
    public static final String TITLE = "micloud.title";

    /** The mapper that tells the account to OpenID Connect applications. */
    public static final String CLAIM_MAPPER = "micloud-account-mapper";

    /** The mapper that tells the account to SAML applications. */
    public static final String SAML_CLAIM_MAPPER = "micloud-account-saml-mapper";

    /** The mapper that lets confidential applications introspect their own tokens. */
    public static final String OWN_AUDIENCE_MAPPER = "micloud-own-audience-mapper";

    private static final String DEVICE_GRANT = "oauth2.device.authorization.grant.enabled";

    private static final Set<String> CLAIM_MAPPERS = Set.of(CLAIM_MAPPER, SAML_CLAIM_MAPPER);

    private static final Set<String> CONSOLES = Set.of(
            Constants.ACCOUNT_MANAGEMENT_CLIENT_ID,
            Constants.ACCOUNT_CONSOLE_CLIENT_ID,
            Constants.ADMIN_CONSOLE_CLIENT_ID);

    private ClientApplications() {}

    /** The application behind a client; never fails: what cannot be understood is listed in its mistakes. */
    public static Application of(ClientModel client) {
        boolean console = CONSOLES.contains(client.getClientId());
        Switches switches = new Switches(client);
        ApplicationKind kind = switches.choice(KIND, ApplicationKind.WEB);
        return new Application(
                client.getClientId(),
                switches.text(TITLE),
                kind,
                switches.flag(SINGLE_SIGN_ON, true),
                switches.choice(ACCOUNT_SELECTION, AccountSelection.BEFORE),
                // The consoles keep their tokens in the page: asking at each reload would make them unusable.
                switches.choice(REENTRY, console ? Reentry.SESSION : kind.usualReentry()),
                switches.flag(FORGOT_PASSWORD, true),
                switches.flag(REFRESH_TOKEN_ROTATION, false),
                !console && tellsAccount(client),
                switches.mistakes);
    }

    /** Whether tokens for this client name the account. A client without the claim needs no account. */
    private static boolean tellsAccount(ClientModel client) {
        Stream<ProtocolMapperContainerModel> scopes = Stream.concat(
                client.getClientScopes(true).values().stream(), client.getClientScopes(false).values().stream());
        return Stream.concat(Stream.of(client), scopes)
                .flatMap(ProtocolMapperContainerModel::getProtocolMappersStream)
                .anyMatch(mapper -> CLAIM_MAPPERS.contains(mapper.getProtocolMapper()));
    }

    /**
     * Whether people sign in to the client by a page of the portal, but nothing that it has by default tells it their
     * account. Keycloak's own consoles need none.
     */
    public static boolean signsInWithoutAccount(ClientModel client) {
        return client.isEnabled()
                && !CONSOLES.contains(client.getClientId())
                && signsPeopleIn(client)
                && Stream.concat(Stream.of(client), client.getClientScopes(true).values().stream())
                        .flatMap(ProtocolMapperContainerModel::getProtocolMappersStream)
                        .noneMatch(mapper -> mapperFor(client).equals(mapper.getProtocolMapper()));
    }

    private static boolean signsPeopleIn(ClientModel client) {
        boolean device = Boolean.parseBoolean(client.getAttribute(DEVICE_GRANT));
        return isSaml(client)
                ? client.isStandardFlowEnabled()
                : !client.isBearerOnly()
                        && (client.isStandardFlowEnabled() || client.isImplicitFlowEnabled() || device);
    }

    private static String mapperFor(ClientModel client) {
        return isSaml(client) ? SAML_CLAIM_MAPPER : CLAIM_MAPPER;
    }

    /** The client scope of the realm file that tells such a client the account. */
    public static String scopeFor(ClientModel client) {
        return isSaml(client) ? "micloud-saml" : "micloud";
    }

    private static boolean isSaml(ClientModel client) {
        return "saml".equals(client.getProtocol());
    }

    private static final class Switches {
        private final ClientModel client;
        private final List<String> mistakes = new ArrayList<>();

        Switches(ClientModel client) {
            this.client = client;
        }

        String text(String name) {
            String value = client.getAttribute(name);
            return value == null ? "" : value.strip();
        }

        boolean flag(String name, boolean usual) {
            String value = text(name);
            if (!Set.of("", "true", "false").contains(value)) {
                mistakes.add(name);
            }
            return value.isEmpty() ? usual : !value.equals("false");
        }

        <E extends Enum<E>> E choice(String name, E usual) {
            String value = text(name);
            if (value.isEmpty()) {
                return usual;
            }
            for (E constant : usual.getDeclaringClass().getEnumConstants()) {
                if (constant.name().toLowerCase(Locale.ROOT).equals(value)) {
                    return constant;
                }
            }
            mistakes.add(name);
            return usual;
        }
    }
}
