package com.micloud.signin.password.forgotten;

import com.micloud.signin.keycloak.Slots;
import com.micloud.signin.session.PasswordChange;
import org.keycloak.models.UserModel;

/**
 * Counts the wrong codes after real mails to a user, so that nobody guesses at a user's codes for weeks. After too
 * many, the user's mails have only the link, until the password changes.
 */
final class WrongCodes {

    /** Seconds after which a wrong code no longer counts. */
    private static final long THIRTY_DAYS = 30 * 86_400L;

    private final ResetStore store;
    private final ResetSettings settings;

    WrongCodes(ResetStore store, ResetSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    /** Under which name the wrong codes of a user count; another one after each change of the password. */
    static String nameFor(UserModel user) {
        return user.getId() + "." + PasswordChange.of(user).time();
    }

    void count(String name) {
        slots(name).take();
    }

    boolean areTooMany(String name) {
        return slots(name).isFull();
    }

    private Slots slots(String name) {
        return store.slots("wrong", name, settings.wrongCodes(), THIRTY_DAYS);
    }
}
