package com.micloud.signin.logout;

import jakarta.ws.rs.HttpMethod;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.RealmsResource;

/**
 * The link of a mail, as it was opened: a known page of the realm, and the parameters that make it this very link.
 *
 * @param place which page
 * @param query the parameters, encoded as they came
 */
record MailLink(Place place, String query) {

    /** The pages of a realm to which mails lead. */
    enum Place {
        /** Keycloak's page for reset mails, for actions that an administrator asks for, and the like. */
        ACTION("login-actions/action-token", "key"),
        /** Keycloak's page for people who were invited and are new here. */
        INVITATION("protocol/openid-connect/registrations", "token"),
        /** Our page on which a new address is confirmed. */
        NEW_ADDRESS("micloud-confirm", "token");

        private final String path;
        private final String parameter;

        Place(String path, String parameter) {
            this.path = path;
            this.parameter = parameter;
        }

        private URI address(KeycloakSession session) {
            return RealmsResource.realmBaseUrl(session.getContext().getUri())
                    .path(path)
                    .build(session.getContext().getRealm().getName());
        }

        static Optional<Place> named(String name) {
            return Arrays.stream(values())
                    .filter(place -> place.name().equals(name))
                    .findFirst();
        }
    }

    /** The link that this request opens; empty where it opens none. */
    static Optional<MailLink> opened(KeycloakSession session) {
        URI asked = session.getContext().getUri().getRequestUri();
        if (!HttpMethod.GET.equals(session.getContext().getHttpRequest().getHttpMethod())
                || asked.getRawQuery() == null) {
            return Optional.empty();
        }
        return Arrays.stream(Place.values())
                .filter(place ->
                        session.getContext().getUri().getQueryParameters().containsKey(place.parameter))
                .filter(place -> place.address(session).getRawPath().equals(asked.getRawPath()))
                .findFirst()
                .map(place -> new MailLink(place, asked.getRawQuery()));
    }

    /** Where the link leads: to this realm, whatever the parameters are. */
    URI address(KeycloakSession session) {
        return URI.create(place.address(session) + "?" + query);
    }
}
