package com.micloud.signin.acceptance.routing;

import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.Attempt;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.application.SamlApplication;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import java.net.URI;
import java.util.Map;

/** One request of an application, by whichever protocol, and how its answer is read. */
interface Asking {
    /** Where the application sends the browser. */
    URI url();

    /** The number of the account in the answer that the browser brought, which is verified. */
    String accountNumber(PlainTab tab);

    /** The standard error in the answer that the browser brought. */
    String refusal(PlainTab tab);

    /** A request by OpenID Connect with these parameters. */
    static Asking oidc(OidcApplication plain, Map<String, String> parameters) {
        var application = plain;
        for (var parameter : parameters.entrySet()) {
            application = application.with(parameter.getKey(), parameter.getValue());
        }
        return new Oidc(application);
    }

    /** A request by SAML in which these parts of an {@code AuthnRequest} are set. */
    static Asking saml(SamlApplication application, Map<String, String> parts) {
        return new Saml(application, application.begin(request -> {
            parts.forEach((part, value) -> {
                switch (part) {
                    case "IsPassive" -> request.isPassive(Boolean.parseBoolean(value));
                    case "ForceAuthn" -> request.forceAuthn(Boolean.parseBoolean(value));
                    case "Subject" -> request.subject(value);
                    default -> throw new IllegalStateException("No part of a SAML request: " + part);
                }
            });
            return request;
        }));
    }

    /** By OpenID Connect. */
    final class Oidc implements Asking {
        private final OidcApplication application;
        private final Attempt attempt;

        private Oidc(OidcApplication application) {
            this.application = application;
            this.attempt = application.begin();
        }

        @Override
        public URI url() {
            return attempt.url();
        }

        @Override
        public String accountNumber(PlainTab tab) {
            return AccountClaim.numberIn(application.redeem(attempt, tab).idClaims());
        }

        @Override
        public String refusal(PlainTab tab) {
            return Parameters.of(tab.arrival()).getOrDefault("error", "");
        }
    }

    /** By SAML. */
    record Saml(SamlApplication application, SamlApplication.Request request) implements Asking {
        @Override
        public URI url() {
            return request.url();
        }

        @Override
        public String accountNumber(PlainTab tab) {
            return application.accept(request, tab).attribute("micloud_account_number");
        }

        @Override
        public String refusal(PlainTab tab) {
            var status = application.refusal(request, tab);
            return status.substring(status.lastIndexOf(':') + 1);
        }
    }
}
