package com.micloud.signin.benchmarks;

import com.micloud.signin.acceptance.harness.portal.User;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Users of one kind, of whom one is taken at random. */
final class People {

    private static final int COUNT = 40;

    private final List<User> users;
    private final Random random = new Random(2);

    private People(List<User> users) {
        this.users = users;
    }

    /** Makes users and changes each into one of the kind. */
    static People of(Supplier<User> maker, Consumer<User> change) {
        return new People(Stream.generate(maker).limit(COUNT).peek(change).toList());
    }

    void each(Consumer<User> action) {
        users.forEach(action);
    }

    User any() {
        return users.get(random.nextInt(users.size()));
    }

    String username() {
        return any().username();
    }
}
