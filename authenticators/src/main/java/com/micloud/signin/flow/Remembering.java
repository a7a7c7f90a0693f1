package com.micloud.signin.flow;

import com.micloud.signin.session.RememberMe;
import com.micloud.signin.session.TypedUsername;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserSessionModel;

/** "Remember me" on the username page: what the page shows, and what comes back from it. */
final class Remembering {

    private static final String FIELD = "rememberMe";

    private final AuthenticationFlowContext context;
    private final RememberMe rememberMe;

    private Remembering(AuthenticationFlowContext context) {
        this.context = context;
        this.rememberMe = RememberMe.of(context.getAuthenticationSession());
    }

    static Remembering of(AuthenticationFlowContext context) {
        return new Remembering(context);
    }

    /**
     * The name that the page begins with: what the application named, else whom the browser remembers. After "Not you?"
     * it is not that one.
     */
    String name(String hinted) {
        return hinted.isEmpty() && rememberMe.choice().isEmpty() ? remembered().orElse("") : hinted;
    }

    /** Draws the box, ticked for whom the browser remembers. */
    Page offer(Page page, String name) {
        boolean ticked = rememberMe.choice().orElseGet(() -> remembers(name));
        rememberMe.offer(ticked);
        return draw(page, ticked);
    }

    /** Draws the box once more as the user left it. */
    Page offerAgain(Page page) {
        return draw(page, rememberMe.choice().orElse(false));
    }

    private Page draw(Page page, boolean ticked) {
        return rememberMe.isOn() ? page.rememberMe(ticked) : page;
    }

    /** Notes what was posted. */
    void choose() {
        if (rememberMe.isOn()) {
            rememberMe.choose("on"
                    .equals(context.getHttpRequest().getDecodedFormParameters().getFirst(FIELD)));
        }
    }

    /** Where no page is shown for the name, whom the browser remembers it goes on to remember. */
    void goOnFor(String name) {
        if (rememberMe.isOn() && rememberMe.choice().isEmpty()) {
            rememberMe.choose(remembers(name));
        }
    }

    /** Whether the user wants to be remembered, or not any more, and this session of theirs was begun otherwise. */
    boolean wantsOther(UserSessionModel session) {
        return rememberMe.wantsOther(session);
    }

    private boolean remembers(String name) {
        return remembered().filter(name::equalsIgnoreCase).isPresent();
    }

    private Optional<String> remembered() {
        return RememberedUsername.of(context.getSession()).flatMap(TypedUsername::name);
    }
}
