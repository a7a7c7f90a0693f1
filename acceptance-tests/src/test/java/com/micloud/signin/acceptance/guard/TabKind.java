package com.micloud.signin.acceptance.guard;

import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.plain.PlainPage;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a tab of a browser can be in the middle of, each as far as somebody gets who knows a username or has a mail. */
enum TabKind {
    /** A sign-in: the username is typed. */
    SIGN_IN {
        @Override
        void open(PlainTab tab, Portal portal, String clientId, User user) {
            tab.open(OidcApplication.of(portal, clientId).begin().url()).username(user.username());
        }
    },

    /** A forgotten password: the code of the mail is waited for. */
    FORGOTTEN {
        @Override
        void open(PlainTab tab, Portal portal, String clientId, User user) {
            tab.open(portal.realm("forgotpassword")).username(user.username());
        }
    },

    /** The same, named by an application. */
    FORGOTTEN_FROM_APPLICATION {
        @Override
        void open(PlainTab tab, Portal portal, String clientId, User user) {
            var query = Parameters.encode(
                    Map.of("client_id", clientId, "redirect_uri", OidcApplication.CALLBACK.toString()));
            tab.open(URI.create(portal.realm("forgotpassword") + "?" + query)).username(user.username());
        }
    },

    /** A change of the password: the current one is asked for. */
    CHANGE {
        @Override
        void open(PlainTab tab, Portal portal, String clientId, User user) {
            tab.open(portal.realm("changepassword")).username(user.username());
        }
    },

    /** The link of a reset mail: the new password is asked for. */
    RESET_LINK {
        @Override
        void open(PlainTab tab, Portal portal, String clientId, User user) {
            PlainTab.fresh().open(portal.realm("forgotpassword")).username(user.username());
            tab.open(portal.mailboxOf(user).await(1).link());
        }
    },

    /** The link of a mail that an administrator had sent. */
    MAIL_LINK {
        @Override
        void open(PlainTab tab, Portal portal, String clientId, User user) {
            var sent = portal.admin()
                    .send("PUT", "/users/" + user.id() + "/execute-actions-email", "[\"UPDATE_PASSWORD\"]");
            if (sent.statusCode() / 100 != 2) {
                throw new AssertionError("No mail was sent: " + sent.body());
            }
            tab.open(portal.mailboxOf(user).lastLink());
            var onward = tab.page().document().selectFirst("main a[href*=action-token]");
            if (onward != null) {
                tab.open(URI.create(onward.absUrl("href")));
            }
        }
    },

    /** A log-out that is to be confirmed. */
    LOG_OUT {
        @Override
        void open(PlainTab tab, Portal portal, String clientId, User user) {
            tab.open(URI.create(portal.oidc("logout") + "?client_id=" + clientId));
        }
    };

    /** Brings a tab there. */
    abstract void open(PlainTab tab, Portal portal, String clientId, User user);

    /** The parameters by which Keycloak knows this tab, the session code included where the page has one. */
    static Map<String, String> parameters(PlainPage page) {
        var parameters = new LinkedHashMap<>(Parameters.of(page.address()));
        for (var form : page.document().select("form[action*=tab_id]")) {
            parameters.putAll(Parameters.of(URI.create(form.absUrl("action"))));
            form.select("input[name=session_code]").forEach(code -> parameters.put("session_code", code.val()));
        }
        parameters.keySet().retainAll(Set.of("session_code", "execution", "client_id", "tab_id", "client_data"));
        return parameters;
    }
}
