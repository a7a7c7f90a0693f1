package com.micloud.signin.acceptance.hostile;

import com.micloud.signin.acceptance.hostile.Change.CookieIs;
import com.micloud.signin.acceptance.hostile.Change.HeaderIs;
import com.micloud.signin.acceptance.hostile.Change.Many;
import com.micloud.signin.acceptance.hostile.Change.Omitted;
import com.micloud.signin.acceptance.hostile.Change.TypeIs;
import com.micloud.signin.acceptance.hostile.Change.Value;
import com.micloud.signin.acceptance.hostile.Draft.Side;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Requests to which Keycloak itself answers 500 before any of our code runs: each with an example, and with what it takes
 * to tell such a request from others. The proxy answers 400 to all of them.
 */
enum StockError {
    UNDECODABLE_FORM(Target.USERNAME, new Value(Side.BODY, "username", Payload.escaped("@%zz"))) {
        @Override
        boolean explains(WireRequest request) {
            return type(request).startsWith(Draft.FORM)
                    && BROKEN_ESCAPE.matcher(request.body()).find();
        }
    },
    TOO_MANY_FIELDS(Target.TOKEN, new Many(Side.BODY, 1200)) {
        @Override
        boolean explains(WireRequest request) {
            return type(request).startsWith(Draft.FORM)
                    && request.body().chars().filter(b -> b == '&').count() >= 1000;
        }
    },
    UNREADABLE_CONTENT_TYPE(Target.TOKEN, new TypeIs(Optional.of("x;/x"))) {
        @Override
        boolean explains(WireRequest request) {
            return request.has("Content-Type") && !type(request).matches("[\\w.+-]+/[\\w.+-]+\\s*(;.*)?");
        }
    },
    UNKNOWN_CHARSET(Target.USERNAME, new TypeIs(Optional.of(Draft.FORM + "; charset="))) {
        @Override
        boolean explains(WireRequest request) {
            return type(request).matches(".*charset\\s*=.*")
                    && !type(request).matches(".*charset=\"?utf-(8|16)\"?\\s*");
        }
    },
    UNFINISHED_MULTIPART(Target.USERNAME, new TypeIs(Optional.of("multipart/form-data; boundary=x"))) {
        @Override
        boolean explains(WireRequest request) {
            return type(request).startsWith("multipart/");
        }
    },
    NO_FORM_WHERE_ONE_IS_READ(Target.SAML_BY_POST, new TypeIs(Optional.of("text/plain"))) {
        @Override
        boolean explains(WireRequest request) {
            return request.target().matches("/realms/[^/]+/protocol/(saml|openid-connect/auth/device)(\\?.*)?")
                    && !type(request).startsWith(Draft.FORM);
        }
    },
    NO_SOAP_WHERE_IT_IS_READ(Target.SAML_BY_POST, new TypeIs(Optional.of("text/xml"))) {
        @Override
        boolean explains(WireRequest request) {
            return request.target().matches("/realms/[^/]+/protocol/saml(\\?.*)?")
                    && type(request).matches("(text/xml|application/soap\\+xml).*");
        }
    },
    VERSION_OF_COOKIES(Target.AUTHORIZE, new CookieIs("$Version", Payload.plain("@"))) {
        @Override
        boolean explains(WireRequest request) {
            return request.header("Cookie").contains("$Version");
        }
    },
    BRACES_IN_TOKEN(Target.AUTHORIZE, new Value(Side.QUERY, "token", Payload.plain("{@}"))) {
        @Override
        boolean explains(WireRequest request) {
            return request.target().matches("(?is).*[?&]token=[^&]*%7B.*");
        }
    },
    UNREADABLE_ACCEPT(Target.ACCOUNT_CONSOLE, new HeaderIs("Accept", Payload.plain("x;/@"))) {
        @Override
        boolean explains(WireRequest request) {
            return request.target().matches("/realms/[^/]+/(account|protocol/openid-connect/auth/device)([/?].*)?")
                    && request.has("Accept")
                    && !request.header("Accept").matches("[\\w.+*-]+/[\\w.+*-]+.*");
        }
    },
    OUT_OF_BAND(Target.OUT_OF_BAND, new Omitted(Side.QUERY, "error")) {
        @Override
        boolean explains(WireRequest request) {
            return request.target().matches("(?s)/realms/[^/]+/protocol/openid-connect/oauth/oob([?/].*)?");
        }
    };

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    @SuppressWarnings("ImmutableEnumChecker") // Records of texts.
    private final Attack example;

    StockError(Target target, Change change) {
        this.example = new Attack(target, List.of(change));
    }

    /** A request that is answered with 500. */
    Attack example() {
        return example;
    }

    /** Whether this is why a request was answered with 500. */
    abstract boolean explains(WireRequest request);

    private static String type(WireRequest request) {
        return request.header("Content-Type").toLowerCase(Locale.ROOT);
    }
}
