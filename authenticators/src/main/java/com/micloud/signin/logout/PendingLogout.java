package com.micloud.signin.logout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A log-out that has ended the portal's session, but not the sessions at providers.
 *
 * @param client the application that began it; empty when none did
 * @param locale the language of the pages, as a tag
 * @param back the way back to the application
 * @param stays the providers
 */
public record PendingLogout(
        @JsonProperty("client") String client,
        @JsonProperty("locale") String locale,
        @JsonProperty("back") Back back,
        @JsonProperty("stays") List<Stay> stays) {

    /** The state of one provider's session. */
    public enum State {
        /** It is still there, and the portal can send the user to its end. */
        OPEN,
        /** The provider says that it has ended it. */
        ENDED,
        /** The provider says that it has not. */
        FAILED,
        /** It is still there, and the portal has no address at which it ends. */
        UNREACHABLE
    }

    /**
     * The way of the browser back to the application.
     *
     * @param url where to; empty when the application named no address
     * @param samlResponse what has to be posted there; empty when a link is enough
     * @param relayState what goes with it; empty for nothing
     */
    record Back(
            @JsonProperty("url") String url,
            @JsonProperty("samlResponse") String samlResponse,
            @JsonProperty("relayState") String relayState) {

        static Back none() {
            return new Back("", "", "");
        }

        static Back link(String url) {
            return new Back(url, "", "");
        }

        boolean isLink() {
            return !url.isEmpty() && samlResponse.isEmpty();
        }
    }

    /**
     * One provider's session.
     *
     * @param session what ends it
     * @param name the provider's name, as people know it
     * @param state how it stands
     */
    record Stay(
            @JsonProperty("session") ProviderSession session,
            @JsonProperty("name") String name,
            @JsonProperty("state") State state) {}

    public PendingLogout {
        stays = List.copyOf(stays);
    }

    /** Whether the user must see a page before the browser goes on. */
    boolean isWorthAPage() {
        return stays.stream().anyMatch(stay -> stay.state() == State.OPEN)
                || (back.url().isEmpty() && !stays.isEmpty());
    }

    /** Whether no provider is left at which anything could be done. */
    boolean isOver() {
        return stays.stream().allMatch(stay -> stay.state() == State.ENDED);
    }

    PendingLogout with(String alias, State state) {
        return new PendingLogout(
                client,
                locale,
                back,
                stays.stream()
                        .map(stay -> stay.session().alias().equals(alias)
                                ? new Stay(stay.session(), stay.name(), state)
                                : stay)
                        .toList());
    }

    PendingLogout in(String language) {
        return new PendingLogout(client, language, back, stays);
    }

    PendingLogout leadingTo(Back other) {
        return new PendingLogout(client, locale, other, stays);
    }
}
