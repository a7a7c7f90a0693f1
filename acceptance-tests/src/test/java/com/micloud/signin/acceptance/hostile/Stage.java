package com.micloud.signin.acceptance.hostile;

import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import java.net.URI;
import org.jsoup.nodes.Document;

/** How far a browser has come when a hostile request is sent from it. */
enum Stage {
    NOTHING("") {
        @Override
        Live reach(Scene scene) {
            var tab = PlainTab.fresh();
            tab.open(URI.create("http://127.0.0.1:9999/"));
            return Live.at(tab);
        }
    },
    USERNAME("#username:not([type=hidden])") {
        @Override
        Live reach(Scene scene) {
            var tab = PlainTab.fresh();
            tab.open(scene.application.begin().url());
            return Live.at(tab);
        }
    },
    ACCOUNTS("#accountIdentifier") {
        @Override
        Live reach(Scene scene) {
            var live = USERNAME.reach(scene);
            live.tab().username(scene.user.username());
            return Live.at(live.tab());
        }
    },
    PASSWORD("#password") {
        @Override
        Live reach(Scene scene) {
            var live = USERNAME.reach(scene);
            live.tab().username(Names.username());
            return Live.at(live.tab());
        }
    },
    SINGLE_SIGN_ON("#sso") {
        @Override
        Live reach(Scene scene) {
            var live = USERNAME.reach(scene);
            live.tab().username(scene.enterprise.username());
            return Live.at(live.tab());
        }
    },
    FORGOTTEN("#username:not([type=hidden])") {
        @Override
        Live reach(Scene scene) {
            var live = PASSWORD.reach(scene);
            live.tab().press("forgot-password");
            return Live.at(live.tab());
        }
    },
    RESET_CODE("#code") {
        @Override
        Live reach(Scene scene) {
            var live = FORGOTTEN.reach(scene);
            live.tab().username(Names.username());
            return Live.at(live.tab());
        }
    },
    NEW_PASSWORD("#password-new") {
        @Override
        Live reach(Scene scene) {
            var live = USERNAME.reach(scene);
            live.tab().username(scene.expired.username()).password(scene.expired.password());
            return Live.at(live.tab());
        }
    },
    PASSWORD_OWNER("#username:not([type=hidden])") {
        @Override
        Live reach(Scene scene) {
            var tab = PlainTab.fresh();
            tab.open(scene.portal.realm("changepassword"));
            return Live.at(tab);
        }
    },
    CHANGE_PASSWORD("#password-confirm") {
        @Override
        Live reach(Scene scene) {
            var live = PASSWORD_OWNER.reach(scene);
            live.tab().username(Names.username());
            return Live.at(live.tab());
        }
    },
    AT_OIDC_PROVIDER("") {
        @Override
        Live reach(Scene scene) {
            var live = USERNAME.reach(scene);
            live.tab().username(scene.sentToOidc.username()).arrival();
            return Live.at(live.tab());
        }

        @Override
        boolean moves(WireAnswer answer) {
            return answer.status() < 400;
        }
    },
    AT_SAML_PROVIDER("") {
        @Override
        Live reach(Scene scene) {
            var live = USERNAME.reach(scene);
            live.tab().username(scene.sentToSaml.username()).arrival();
            return Live.at(live.tab());
        }

        @Override
        boolean moves(WireAnswer answer) {
            return answer.status() < 400;
        }
    },
    SIGNED_IN("") {
        @Override
        Live reach(Scene scene) {
            var live = ACCOUNTS.reach(scene);
            live.tab()
                    .pickAccount(scene.first.number())
                    .password(scene.user.password())
                    .arrival();
            return Live.at(live.tab());
        }

        @Override
        boolean moves(WireAnswer answer) {
            return answer.all("Set-Cookie").stream().anyMatch(cookie -> cookie.startsWith("KEYCLOAK_IDENTITY="));
        }
    },
    LOGGING_OUT("form[action*=logout-confirm]") {
        @Override
        Live reach(Scene scene) {
            var live = SIGNED_IN.reach(scene);
            live.tab()
                    .open(URI.create(scene.portal.oidc("logout") + "?client_id="
                            + Parameters.encode(scene.application.clientId())));
            return Live.at(live.tab());
        }
    };

    private final String landmark;

    Stage(String landmark) {
        this.landmark = landmark;
    }

    /** A new browser that has come this far. */
    abstract Live reach(Scene scene);

    /** Whether a page is the one of this stage; stages without a page of their own stay whatever is shown. */
    boolean shows(Document page) {
        return landmark.isEmpty() || page.selectFirst(landmark) != null;
    }

    /** Whether an answer moves the browser on, so that it is here no longer. */
    boolean moves(WireAnswer answer) {
        return !landmark.isEmpty() && answer.status() / 100 == 3;
    }
}
