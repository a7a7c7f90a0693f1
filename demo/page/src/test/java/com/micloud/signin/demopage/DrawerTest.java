package com.micloud.signin.demopage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.models.SingleUseObjectProvider;

final class DrawerTest {

    private final MemoryStore store = new MemoryStore();
    private final Drawer drawer = new Drawer(store, new Visitor("visitor-1"));

    @Test
    void aQuestionIsHandedOutOnce() {
        Pending question = new Pending.Oidc("teamwork-web", "v", "n", "1.0");
        drawer.keep("s-1", question);

        assertThat(drawer.take("s-1")).contains(question);
        assertThat(drawer.take("s-1")).isEmpty();
    }

    @Test
    void everyKindOfQuestionComesBackAsItWas() {
        List.of(
                        new Pending.Oidc("a", "v", "n", ""),
                        new Pending.SamlSignIn("b", "ID_1"),
                        new Pending.SamlSignOut("b", "ID_2"))
                .forEach(question -> {
                    drawer.keep("s", question);
                    assertThat(drawer.take("s")).contains(question);
                });
    }

    @Test
    void anotherBrowserFindsNothing() {
        drawer.keep("s-1", new Pending.SamlSignIn("support-site", "ID_1"));

        assertThat(new Drawer(store, new Visitor("visitor-2")).take("s-1")).isEmpty();
    }

    @Test
    void noStateAtAllFindsNothing() {
        assertThat(drawer.take("")).isEmpty();
    }

    @Test
    void severalApplicationsAreHeldSideBySide() {
        SignedIn oidc = new SignedIn.Oidc(
                "gccs", 5, "id", "access", "", "n", "1", new SignedIn.Refresh(6, "", List.of("exp: 1 became 2")));
        SignedIn saml =
                new SignedIn.Saml("support-site", 7, "ann", "", "x::y", Map.of("micloud_account_id", List.of("a")));
        drawer.keep(oidc);
        drawer.keep(saml);

        assertThat(drawer.find("gccs")).contains(oidc);
        assertThat(drawer.find("support-site")).contains(saml);
        drawer.discard("gccs");
        assertThat(drawer.find("gccs")).isEmpty();
        assertThat(drawer.find("support-site")).contains(saml);
    }

    @Test
    void whatCannotBeReadIsNotThere() {
        store.put("micloud-demo.visitor-1.held.gccs", 60, Map.of(SignedIn.Oidc.class.getName(), "no JSON"));

        assertThat(drawer.find("gccs")).isEmpty();
    }

    private static final class MemoryStore implements SingleUseObjectProvider {
        private final Map<String, Map<String, String>> entries = new HashMap<>();

        @Override
        public void put(String key, long lifespanSeconds, Map<String, String> notes) {
            assertThat(lifespanSeconds).isPositive();
            entries.put(key, notes);
        }

        @Override
        public Map<String, String> get(String key) {
            return entries.get(key);
        }

        @Override
        public Map<String, String> remove(String key) {
            return entries.remove(key);
        }

        @Override
        public boolean replace(String key, Map<String, String> notes) {
            return entries.replace(key, notes) != null;
        }

        @Override
        public boolean putIfAbsent(String key, long lifespanInSeconds) {
            return entries.putIfAbsent(key, Map.of()) == null;
        }

        @Override
        public boolean contains(String key) {
            return entries.containsKey(key);
        }

        @Override
        public void close() {
            entries.clear();
        }
    }
}
