package com.micloud.signin.events;

import com.micloud.signin.session.SignInEvent;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.keycloak.events.Details;
import org.keycloak.events.Event;

/**
 * An event as one line of the server log: enough to find the sign-in among the stored events and to see why it failed,
 * and nothing that somebody typed. Stored events keep the rest.
 */
final class EventLine {

    private static final List<String> DETAILS = List.of(
            SignInEvent.ACCOUNT, SignInEvent.METHOD, SignInEvent.ROUTE, SignInEvent.REFUSAL, Details.IDENTITY_PROVIDER);

    /** What Keycloak calls its authentication sessions. Of a code that it does not know it takes whatever was sent. */
    private static final Pattern SESSION_ID =
            Pattern.compile("[A-Za-z0-9_-]{24}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** A reason that is one word; Keycloak's sentences may quote what was sent. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,79}");

    private static final int LONGEST = 80;

    private EventLine() {}

    static String of(Event event) {
        StringJoiner line = new StringJoiner(" ");
        line.add(String.valueOf(event.getType()));
        add(line, "error", event.getError());
        add(line, "realm", event.getRealmName());
        add(line, "client", event.getClientId());
        add(line, "user", event.getUserId());
        add(line, "address", event.getIpAddress());
        Map<String, String> details = event.getDetails() == null ? Map.of() : event.getDetails();
        DETAILS.forEach(name -> add(line, name, details.get(name)));
        String reason = details.get(Details.REASON);
        if (reason != null && WORD.matcher(reason).matches()) {
            add(line, Details.REASON, reason);
        }
        String session = details.get(Details.CODE_ID);
        if (session != null && SESSION_ID.matcher(session).matches()) {
            add(line, Details.CODE_ID, session);
        }
        return line.toString();
    }

    static void add(StringJoiner line, String name, String value) {
        if (value != null) {
            line.add(name + "=" + plain(value));
        }
    }

    /** Some of these come from the request: whatever could forge a line or hide in one becomes a question mark. */
    static String plain(String value) {
        String start = value.length() > LONGEST ? value.substring(0, LONGEST) : value;
        return start.replaceAll("[^A-Za-z0-9._:/-]", "?");
    }
}
