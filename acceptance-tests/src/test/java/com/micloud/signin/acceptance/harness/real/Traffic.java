package com.micloud.signin.acceptance.harness.real;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a tab fetches over the network, as its browser counts it: heads included, files from its own cache left out. */
public final class Traffic {
    private final CDPSession session;
    private final Map<String, Exchange> running = new LinkedHashMap<>();
    private final List<Exchange> exchanges = new ArrayList<>();

    /** A request and its answer. */
    public static final class Exchange {
        private final String address;
        private long wire;
        private long content;
        private boolean fromCache;

        private Exchange(String address) {
            this.address = address;
        }

        /** Where it went. */
        public String address() {
            return address;
        }

        /** What came over the wire, head and compressed body, in bytes. */
        public long wire() {
            return wire;
        }

        /** What the body unpacks to, in bytes. */
        public long content() {
            return content;
        }

        @Override
        public String toString() {
            return wire + " bytes for " + address;
        }
    }

    private Traffic(CDPSession session) {
        this.session = session;
    }

    /** Counts from now on. */
    public static Traffic of(Page tab) {
        var traffic = new Traffic(tab.context().newCDPSession(tab));
        traffic.listen();
        return traffic;
    }

    /** Forgets what was counted. */
    public void begin() {
        running.clear();
        exchanges.clear();
    }

    /** Empties the browser's cache, as on a first visit; cookies stay. */
    public void emptyCache() {
        session.send("Network.clearBrowserCache");
    }

    /** Lets the network be as slow as the developer tools' "Slow 4G". */
    public void slow4G() {
        conditions(562.5, 1.44e6 / 8, 0.675e6 / 8);
    }

    /** Lets the network be as fast as it is. */
    public void unthrottled() {
        conditions(0, -1, -1);
    }

    /** What went over the network so far; pages themselves are the first. */
    public List<Exchange> exchanges() {
        return exchanges.stream().filter(exchange -> !exchange.fromCache).toList();
    }

    /** All bytes that came over the wire. */
    public long wire() {
        return exchanges().stream().mapToLong(Exchange::wire).sum();
    }

    /** All bytes that the browser had to read. */
    public long content() {
        return exchanges().stream().mapToLong(Exchange::content).sum();
    }

    private void conditions(double latency, double down, double up) {
        var conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", latency);
        conditions.addProperty("downloadThroughput", down);
        conditions.addProperty("uploadThroughput", up);
        session.send("Network.emulateNetworkConditions", conditions);
    }

    private void listen() {
        session.on("Network.requestWillBeSent", this::sent);
        session.on(
                "Network.requestServedFromCache", event -> exchange(event).ifPresent(found -> found.fromCache = true));
        session.on("Network.responseReceived", event -> exchange(event)
                .filter(found -> isTrue(event.getAsJsonObject("response"), "fromDiskCache"))
                .ifPresent(found -> found.fromCache = true));
        session.on("Network.dataReceived", event -> exchange(event)
                .ifPresent(found -> found.content += event.get("dataLength").getAsLong()));
        session.on("Network.loadingFinished", event -> exchange(event)
                .ifPresent(found -> found.wire = event.get("encodedDataLength").getAsLong()));
        session.send("Network.enable");
    }

    private void sent(JsonObject event) {
        // A redirect goes on under the same id.
        if (event.has("redirectResponse")) {
            exchange(event)
                    .ifPresent(found -> found.wire = event.getAsJsonObject("redirectResponse")
                            .get("encodedDataLength")
                            .getAsLong());
        }
        var address = event.getAsJsonObject("request").get("url").getAsString();
        if (address.startsWith("http")) {
            var exchange = new Exchange(address);
            running.put(event.get("requestId").getAsString(), exchange);
            exchanges.add(exchange);
        }
    }

    private Optional<Exchange> exchange(JsonObject event) {
        return Optional.ofNullable(running.get(event.get("requestId").getAsString()));
    }

    private static boolean isTrue(JsonObject object, String name) {
        return object.has(name) && object.get(name).getAsBoolean();
    }
}
