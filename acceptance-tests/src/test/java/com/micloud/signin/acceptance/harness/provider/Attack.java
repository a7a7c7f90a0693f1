package com.micloud.signin.acceptance.harness.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.plain.PlainPage;
import com.micloud.signin.acceptance.harness.portal.Event;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An attack by way of a provider. It has failed when nobody got a session, nobody was linked or unlinked, no user was
 * made, the operator can find out why, and somebody who ran into it in good faith is helped on.
 */
public final class Attack {
    private final Portal portal;
    private final List<User> people;
    private final Instant begin = Instant.now();
    private final int usersBefore;
    private final Map<String, Map<String, String>> linksBefore;
    private final Map<String, Integer> sessionsBefore;

    private Attack(Portal portal, List<User> people) {
        this.portal = portal;
        this.people = people;
        this.usersBefore = portal.admin().countUsers();
        this.linksBefore = links();
        this.sessionsBefore = sessions();
    }

    /** An attack that is about to begin, and could hurt these people. */
    public static Attack on(Portal portal, User... people) {
        return new Attack(portal, List.of(people));
    }

    /**
     * Fails unless the attack has failed.
     *
     * @param page what the browser shows in the end
     * @param status its status
     * @param reason the `micloud_refusal` of an event since the beginning, or its `error`, or the detail `reason`; empty
     *     where Keycloak leaves none
     */
    public void failed(PlainPage page, int status, String reason) {
        assertThat(page.hasArrived()).as("%s", page).isFalse();
        assertThat(page.status()).as("%s", page).isEqualTo(status);
        assertHelpful(page);
        assertNobodyGotIn(page);
        if (!reason.isEmpty()) {
            assertReported(reason);
        }
    }

    /**
     * As {@link #failed}, where Keycloak hands the browser back to the application with a standard error.
     *
     * @param error the `error` the application gets
     */
    public void handedBack(PlainPage page, String error) {
        assertThat(Parameters.of(page.arrival())).containsEntry("error", error).doesNotContainKey("code");
        assertNobodyGotIn(page);
    }

    /** Fails unless an event since the beginning says this. */
    public void assertReported(String reason) {
        assertThat(reasons()).as("reasons of the events").contains(reason);
    }

    /** Fails when somebody got in, or a link or a user was made or lost. */
    public void assertNobodyGotIn(PlainPage page) {
        if (sessionsBefore.values().stream().allMatch(number -> number == 0)) {
            assertThat(page.browser().cookieNames())
                    .as("cookies after %s", page)
                    .doesNotContain("KEYCLOAK_IDENTITY");
        }
        assertThat(sessions()).as("sessions").isEqualTo(sessionsBefore);
        assertThat(links()).as("links").isEqualTo(linksBefore);
        assertThat(portal.admin().countUsers()).as("users").isEqualTo(usersBefore);
    }

    private static void assertHelpful(PlainPage page) {
        assertThat(page.error()).as("%s", page).isNotEmpty();
        assertThat(page.has("try-again") || page.has("kc-login"))
                .as("a way on from %s", page)
                .isTrue();
        assertThat(page.document().select("link[href*=/login/micloud/]"))
                .as("the theme of %s", page)
                .isNotEmpty();
        assertThat(page.document().text()).as("%s", page).doesNotContain("Exception", "org.keycloak");
    }

    private Map<String, Map<String, String>> links() {
        var links = new LinkedHashMap<String, Map<String, String>>();
        people.forEach(person -> links.put(person.username(), portal.admin().links(person)));
        return links;
    }

    private Map<String, Integer> sessions() {
        var sessions = new LinkedHashMap<String, Integer>();
        people.forEach(person -> sessions.put(person.username(), portal.admin().sessions(person)));
        return sessions;
    }

    private List<String> reasons() {
        return portal.events().failuresSince(begin).stream()
                .flatMap(event -> Stream.of(reason(event), event.detail("reason")))
                .collect(Collectors.toList());
    }

    private static String reason(Event event) {
        return event.detail("micloud_refusal").isEmpty() ? event.error() : event.detail("micloud_refusal");
    }
}
