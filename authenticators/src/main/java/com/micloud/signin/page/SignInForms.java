package com.micloud.signin.page;

import static jakarta.ws.rs.core.Response.Status.BAD_GATEWAY;
import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;
import static jakarta.ws.rs.core.Response.Status.INTERNAL_SERVER_ERROR;

import com.micloud.signin.keycloak.BrowserSession;
import com.micloud.signin.keycloak.FormFacts;
import com.micloud.signin.keycloak.GuardedRealm;
import com.micloud.signin.keycloak.LoginActions;
import com.micloud.signin.keycloak.PortalTheme;
import com.micloud.signin.logout.LogOutQuestion;
import com.micloud.signin.logout.MailLinkResourceFactory;
import com.micloud.signin.password.change.NewPasswordRules;
import com.micloud.signin.provider.CallbackRequest;
import com.micloud.signin.session.ShownAccount;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.events.EventBuilder;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProvider;
import org.keycloak.models.BrowserSecurityHeaders;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.util.CacheControlUtil;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.theme.Theme;
import org.keycloak.theme.beans.LocaleBean;

/**
 * Keycloak's own pages, except that a provider's failure does not end on one: the user goes on at the sign-in's own page
 * for it, which can be reloaded and offers what is left (spec: "Signing in", 6). All of them carry the security headers.
 */
final class SignInForms extends FreeMarkerLoginFormsProvider {

    private static final Logger LOG = Logger.getLogger(SignInForms.class);

    private static final String START_FROM_THE_APPLICATION = "micloudRefusedNotStartedHere";

    /** With these words a mail link ends at Keycloak, on a page with no way on where no application is known. */
    private static final Set<String> ENDS_OF_MAIL_LINKS = Set.of(
            Messages.STALE_INVITE_ORG_LINK,
            Messages.ORG_MEMBER_ALREADY,
            Messages.ACCOUNT_UPDATED,
            Messages.EMAIL_VERIFIED,
            Messages.EMAIL_VERIFIED_ALREADY);

    SignInForms(KeycloakSession session) {
        super(session);
    }

    /** Draws a page of ours; where the server lacks our theme, an error page of Keycloak's, and the log says what to do. */
    @Override
    public Response createForm(String form) {
        if (realm == null || !GuardedRealm.is(realm) || PortalTheme.isUsed(session, Theme.Type.LOGIN)) {
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
        if (Messages.DIFFERENT_USER_AUTHENTICATED.equals(error())) {
            Optional<Response> question = MailLinkResourceFactory.question(session, Optional.empty());
            if (question.isPresent()) {
                return question.get();
            }
        }
        Optional<AuthenticationSessionModel> lost = registrationThatIsOver();
        if (lost.isPresent()) {
            LoginActions.forgetRegistration(lost.get());
            return Response.seeOther(LoginActions.backToSignIn(session, lost.get()))
                    .entity("")
                    .build();
        }
        Optional<CallbackRequest> callback = CallbackRequest.current(session);
        if (callback.isEmpty()) {
            // On the way from a provider it is the provider's answer that cannot be used.
            boolean fromProvider = status == INTERNAL_SERVER_ERROR && CallbackRequest.isOnTheWay(session);
            return super.createErrorPage(fromProvider ? BAD_GATEWAY : status);
        }
        if (callback.get().isUnsolicited()) {
            setError(START_FROM_THE_APPLICATION);
            return super.createErrorPage(status);
        }
        Optional<AuthenticationSessionModel> signIn = callback.get().signIn(error());
        if (signIn.isEmpty()) {
            // Nobody was sent there by a sign-in of this browser: it is the request that is wrong, not the server.
            return super.createErrorPage(status == INTERNAL_SERVER_ERROR ? BAD_REQUEST : status);
        }
        callback.get().noteTrouble(signIn.get(), error());
        // With an entity, if an empty one: where Keycloak throws this answer, it would draw a page over one without.
        return Response.seeOther(LoginActions.proceed(session, signIn.get()))
                .entity("")
                .build();
    }

    /** Whether this page belongs to a sign-in and its address does not: a GET of that address shows something else. */
    private boolean isAwayFromItsSteps() {
        return authenticationSession != null
                && realm != null
                && GuardedRealm.is(realm)
                && !uriInfo.getPath().contains("/login-actions/");
    }

    /**
     * The tab of an invitation that was started again or has waited for too long: its way in has no invitation any more, and
     * the realm lets nobody register without one.
     */
    private Optional<AuthenticationSessionModel> registrationThatIsOver() {
        return Optional.of(error())
                .filter(Messages.REGISTRATION_NOT_ALLOWED::equals)
                .filter(message -> realm != null && GuardedRealm.is(realm))
                .flatMap(message -> Optional.ofNullable(session.getContext().getAuthenticationSession()))
                .filter(LoginActions::isRegistration);
    }

    /**
     * Draws a page with the realm's security headers. Keycloak adds them to what it answers at once; to a SAML request it
     * answers later, and then leaves them out. No page is for the history of a browser either: each holds the state of a
     * sign-in, or the name of whoever is signing in.
     */
    @Override
    protected Response processTemplate(Theme theme, String template, Locale locale) {
        ShownAccount.addTo(attributes, authenticationSession);
        if (template.equals("login-page-expired.ftl")
                && isAwayFromItsSteps()
                && realm.isInternationalizationEnabled()) {
            UriBuilder step = UriBuilder.fromUri(LoginActions.proceed(session, authenticationSession));
            attributes.put("locale", new LocaleBean(realm, locale, step, texts(theme, locale)));
        }
        CacheControlUtil.noBackButtonCacheControlHeader(session);
        Map<String, String> ofRealm = realm == null ? Map.of() : realm.getBrowserSecurityHeaders();
        for (BrowserSecurityHeaders header : BrowserSecurityHeaders.values()) {
            String value = ofRealm.getOrDefault(header.getKey(), header.getDefaultValue());
            if (value != null && !value.isEmpty()) {
                setResponseHeader(header.getHeaderName(), value);
            }
        }
        if (realm != null && realm.getPasswordPolicy().getPolicies().contains(NewPasswordRules.POLICY)) {
            String field = template.equals("register.ftl") ? "password" : "password-new";
            attributes.put("newPassword", NewPasswordRules.sheet(session, realm, owner(), field, messages));
        }
        return super.processTemplate(theme, template, locale);
    }

    private Properties texts(Theme theme, Locale locale) {
        try {
            return theme.getEnhancedMessages(realm, locale);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says what was changed where Keycloak says only that something was. */
    @Override
    public Response createInfoPage() {
        if (FormFacts.isPasswordChanged(session) && Messages.ACCOUNT_UPDATED.equals(error())) {
            setAttribute("messageHeader", "micloudPasswordChangedTitle");
            offerAccountPage();
            setSuccess("micloudPasswordChanged");
        } else if (ENDS_OF_MAIL_LINKS.contains(error()) && realm != null && GuardedRealm.is(realm)) {
            offerAccountPage();
        }
        return super.createInfoPage();
    }

    private void offerAccountPage() {
        setAttribute(
                "accountUrl",
                Urls.accountBase(session.getContext().getUri().getBaseUri())
                        .path("/")
                        .build(realm.getName())
                        .toString());
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
                && realm != null
                && GuardedRealm.is(realm)
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

    private String error() {
        return messages == null || messages.isEmpty() || messages.get(0).getMessage() == null
                ? ""
                : messages.get(0).getMessage();
    }
}
