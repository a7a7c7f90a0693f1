package com.micloud.signin.flow;

import com.micloud.signin.account.Account;
import com.micloud.signin.keycloak.Slots;
import java.util.Optional;
import java.util.OptionalInt;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Counts wrong account numbers and labels before the proof: for one sign-in, and for one user on all nodes (spec: "The
 * person's own record", 8). A right one does not count. Each try reserves its place before it is checked, so that tries
 * at the same moment cannot exceed the limit.
 */
final class AccountTries {

    static final int MOST = 10;

    /** Seconds after which a wrong one of a user no longer counts. */
    private static final long WINDOW = 900;

    private final AuthenticationFlowContext context;
    private final Journey journey;
    private final String userId;
    private final Slots places;

    private AccountTries(AuthenticationFlowContext context, Journey journey) {
        this.context = context;
        this.journey = journey;
        this.userId = journey.signIn().userId().orElseThrow();
        this.places = slots("tries", userId, MOST);
    }

    static AccountTries of(AuthenticationFlowContext context, Journey journey) {
        return new AccountTries(context, journey);
    }

    /** Whether no try is left, in this sign-in or for this user. */
    boolean areOver() {
        return journey.signIn().wrongAccounts() >= MOST || places.isFull();
    }

    /** Takes the place of a try that is about to be judged; empty when no try is left. */
    OptionalInt begin() {
        return journey.signIn().wrongAccounts() >= MOST ? OptionalInt.empty() : places.take();
    }

    /** The try was right. */
    void takeBack(int place) {
        places.free(place);
    }

    /**
     * The account that the application named. A hint is a try like another one: strangers write requests of applications
     * by hand. A wrong one counts once in a sign-in, however often the page is loaded; none is followed once no try is
     * left.
     */
    Optional<Account> hinted() {
        if (!journey.hints().namesAccount()) {
            return Optional.empty();
        }
        OptionalInt place = begin();
        Optional<Account> named = place.isPresent() ? journey.hintedAccount() : Optional.empty();
        if (place.isPresent() && (named.isPresent() || isCounted())) {
            takeBack(place.getAsInt());
        }
        return named;
    }

    /** Not in a note of the sign-in: those travel in a cookie, whose length strangers see. */
    private boolean isCounted() {
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        String tab = signIn.getParentSession().getId() + "." + signIn.getTabId();
        return slots("hint", tab + "." + userId, 1).take().isEmpty();
    }

    private Slots slots(String kind, String what, int places) {
        return new Slots(
                context.getSession().singleUseObjects(),
                "micloud.account." + kind + "." + context.getRealm().getId() + "." + what,
                places,
                WINDOW);
    }
}
