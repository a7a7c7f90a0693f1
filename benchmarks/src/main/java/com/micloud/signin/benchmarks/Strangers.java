package com.micloud.signin.benchmarks;

import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Admin;
import com.micloud.signin.acceptance.harness.portal.User;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** People of all kinds in one realm, and strangers who type their usernames. */
final class Strangers {

    static final String WRONG = "Wrong-one1";

    private final Admin admin;
    private final Visits visits;
    private final Map<String, Supplier<String>> names = new LinkedHashMap<>();
    private final People known;

    /**
     * Settles people in a realm.
     *
     * @param belonging makes a user one of those the application is for
     * @param guess enters a wrong password for a user
     */
    Strangers(Admin admin, Visits visits, Consumer<User> belonging, BiConsumer<PlainTab, String> guess) {
        this.admin = admin;
        this.visits = visits;
        admin.changeRealm(Map.of(
                "failureFactor", 1,
                "waitIncrementSeconds", 864_000,
                "maxFailureWaitSeconds", 864_000,
                "quickLoginCheckMilliSeconds", 0));
        var locked = People.of(admin::user, belonging);
        locked.each(user -> lock(user, guess));
        // Those who are guessed at from now on stay as they are, however often.
        admin.changeRealm(Map.of("failureFactor", 1_000_000));
        known = People.of(admin::user, belonging);
        names.put("known", known::username);
        names.put("unknown", Names::username);
        names.put(
                "switched off", People.of(admin::user, belonging.andThen(user -> admin.enable(user, false)))::username);
        names.put("locked", locked::username);
        names.put("without a password", People.of(admin::userWithoutPassword, belonging)::username);
    }

    /** Adds people of another kind. */
    Strangers with(String kind, Consumer<User> change) {
        names.put(kind, People.of(admin::user, change)::username);
        return this;
    }

    User anyKnown() {
        return known.any();
    }

    /** A series in which a request is made with usernames of every kind. */
    Series all(String title, BiConsumer<PlainTab, String> ready, BiConsumer<PlainTab, String> counted) {
        var series = new Series(title);
        names.forEach((kind, source) -> series.kind(kind, () -> time(source.get(), ready, counted)));
        return series;
    }

    /** A series in which a request is made with known and with unknown usernames. */
    Series two(String title, BiConsumer<PlainTab, String> ready, BiConsumer<PlainTab, String> counted) {
        var series = new Series(title);
        for (var kind : new String[] {"known", "unknown"}) {
            series.kind(kind, () -> time(names.get(kind).get(), ready, counted));
        }
        return series;
    }

    private Duration time(String name, BiConsumer<PlainTab, String> ready, BiConsumer<PlainTab, String> counted) {
        return visits.timed(tab -> ready.accept(tab, name), tab -> counted.accept(tab, name));
    }

    private void lock(User user, BiConsumer<PlainTab, String> guess) {
        while (!admin.isLocked(user)) {
            visits.timed(tab -> {}, tab -> guess.accept(tab, user.username()));
        }
    }
}
