package com.micloud.signin.page;

import com.micloud.signin.keycloak.BrowserSession;
import com.micloud.signin.keycloak.GuardedRealm;
import com.micloud.signin.keycloak.PortalTheme;
import com.micloud.signin.logout.LogOutQuestion;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.events.EventBuilder;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.util.CacheControlUtil;
import org.keycloak.theme.Theme;

/**
 * Keycloak's own pages. In a guarded realm an error page that is no end leads on, pages are drawn in our theme or not at
 * all, and each has our facts and the security headers.
 */
final class SignInForms extends FreeMarkerLoginFormsProvider {

    private static final Logger LOG = Logger.getLogger(SignInForms.class);

    SignInForms(KeycloakSession session) {
        super(session);
    }

    /** Draws a page of ours; where the server lacks our theme, an error page of Keycloak's, and the log says what to do. */
    @Override
    public Response createForm(String form) {
        if (!isGuarded() || PortalTheme.isUsed(session, Theme.Type.LOGIN)) {
            return super.createForm(form);
        }
        LOG.errorf(
                "The page %s of realm %s cannot be drawn: the server does not have the theme %s. Copy the jar micloud-theme"
                        + " to providers/ and run 'kc.sh build'.",
                form, realm.getName(), PortalTheme.NAME);
        setError(Messages.INTERNAL_SERVER_ERROR);
        return super.createErrorPage(Response.Status.SERVICE_UNAVAILABLE);
    }

    @Override
    public Response createErrorPage(Response.Status status) {
        ErrorPage page = new ErrorPage(session, realm, error(), status);
        Optional<Response> wayOn = page.wayOn();
        if (wayOn.isPresent()) {
            return wayOn.get();
        }
        page.message().ifPresent(this::setError);
        return super.createErrorPage(page.status());
    }

    @Override
    protected Response processTemplate(Theme theme, String template, Locale locale) {
        PageFacts facts = new PageFacts(session, realm, authenticationSession);
        facts.showAccount(attributes);
        if (isAwayFromItsSteps(template)) {
            attributes.put("locale", facts.languagesOfStep(theme, locale));
        }
        // No page is for the history of a browser: each holds the state of a sign-in, or the name of whoever is signing
        // in.
        CacheControlUtil.noBackButtonCacheControlHeader(session);
        facts.headers().forEach(this::setResponseHeader);
        if (facts.hasPasswordRules()) {
            attributes.put("newPassword", facts.passwordRules(template, owner(), messages));
        }
        return super.processTemplate(theme, template, locale);
    }

    /**
     * Whether this is the page that a sign-in has expired, and its address does not lead to the sign-in's step: a GET of that
     * address shows something else.
     */
    private boolean isAwayFromItsSteps(String template) {
        return template.equals("login-page-expired.ftl")
                && authenticationSession != null
                && isGuarded()
                && realm.isInternationalizationEnabled()
                && !uriInfo.getPath().contains("/login-actions/");
    }

    @Override
    public Response createInfoPage() {
        InfoPage page = new InfoPage(session, realm, error());
        page.attributes().forEach(this::setAttribute);
        page.success().ifPresent(this::setSuccess);
        return super.createInfoPage();
    }

    /**
     * The names of the user that whoever sees the page may see. Actions are for users who have signed in; in a flow, only
     * what was typed is known to be known.
     */
    private List<String> owner() {
        if (user != null && context == null) {
            return Stream.of(user.getUsername(), user.getEmail(), user.getFirstName(), user.getLastName())
                    .filter(Objects::nonNull)
                    .toList();
        }
        Object typed = attributes.get("micloud") instanceof Map<?, ?> model ? model.get("username") : null;
        return typed instanceof String username ? List.of(username) : List.of();
    }

    /**
     * Asks whether an application may have what it wants; not in a tab that ends with a page, where Keycloak would make a
     * session of the answer.
     */
    @Override
    public Response createOAuthGrant() {
        boolean endsWithPage = authenticationSession != null
                && isGuarded()
                && BrowserSession.endsWithoutSession(authenticationSession);
        return endsWithPage
                ? AuthenticationManager.finishedRequiredActions(
                        session,
                        authenticationSession,
                        null,
                        session.getContext().getConnection(),
                        session.getContext().getHttpRequest(),
                        session.getContext().getUri(),
                        new EventBuilder(realm, session, session.getContext().getConnection()))
                : super.createOAuthGrant();
    }

    @Override
    public Response createLogoutConfirmPage() {
        LogOutQuestion.ask(session);
        return super.createLogoutConfirmPage();
    }

    private boolean isGuarded() {
        return realm != null && GuardedRealm.is(realm);
    }

    private String error() {
        return messages == null || messages.isEmpty() || messages.get(0).getMessage() == null
                ? ""
                : messages.get(0).getMessage();
    }
}
