package com.micloud.signin.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.TestNotes;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.OrganizationModel;
import org.keycloak.sessions.AuthenticationSessionModel;

@DisplayName("The sign-ins whose codes are still out")
final class OpenSignInsTest {

    private static final BoundAccount LEFT = new BoundAccount("org-1", new Method.Password());
    private static final BoundAccount RIGHT = new BoundAccount("org-2", new Method.ByProvider("okta acme"));
    private static final RedemptionKey KEY = RedemptionKey.ofCode("challenge", "nonce");
    private static final RedemptionKey OTHER_KEY = RedemptionKey.ofCode("other challenge", "other nonce");

    private final Map<String, String> notes = new HashMap<>();

    private void signIn(String tab, BoundAccount account, RedemptionKey key, long time) {
        AuthenticationSessionModel signIn = TestNotes.ofTab(tab);
        Grant.of(signIn, account, AppVersion.none(), time * 1000).bind(signIn, key);
        notes.putAll(signIn.getClientNotes());
    }

    @Test
    @DisplayName("have each its own account, whatever the order in which the codes come")
    void eachItsOwn() {
        signIn("left", LEFT, KEY, 100);
        signIn("right", RIGHT, OTHER_KEY, 101);
        assertThat(found(KEY)).isEqualTo(LEFT);
        assertThat(found(OTHER_KEY)).isEqualTo(RIGHT);
    }

    @Test
    @DisplayName("have the account that the guard judged last")
    void judgedAgain() {
        signIn("left", LEFT, KEY, 100);
        signIn("left", RIGHT, KEY, 100);
        assertThat(found(KEY)).isEqualTo(RIGHT);
    }

    @Test
    @DisplayName("have none that could be told when two of the same key are for different accounts")
    void sameKey() {
        signIn("left", LEFT, KEY, 100);
        signIn("right", RIGHT, KEY, 100);
        assertThat(found(KEY)).isNull();
    }

    @Test
    @DisplayName("have none that could be told when two of the same key were opened in different ways")
    void sameKeyOtherMethod() {
        signIn("left", LEFT, KEY, 100);
        signIn("right", new BoundAccount(LEFT.accountId(), new Method.ByProvider("okta")), KEY, 100);
        assertThat(found(KEY)).isNull();
    }

    @Test
    @DisplayName("of the same key and account are alike")
    void sameKeySameAccount() {
        signIn("left", LEFT, KEY, 100);
        signIn("right", LEFT, KEY, 100);
        assertThat(found(KEY)).isEqualTo(LEFT);
        close(KEY, LEFT, 0);
        assertThat(found(KEY)).isEqualTo(LEFT);
        close(KEY, LEFT, 0);
        assertThat(found(KEY)).isNull();
    }

    @Test
    @DisplayName("can be told again once the first code is redeemed")
    void redeemedInTurn() {
        signIn("left", LEFT, KEY, 100);
        close(KEY, LEFT, 0);
        signIn("right", RIGHT, KEY, 100);
        assertThat(found(KEY)).isEqualTo(RIGHT);
    }

    @Test
    @DisplayName("of one key are all forgotten when one of them is refused, and later ones start afresh")
    void refused() {
        signIn("left", LEFT, KEY, 100);
        signIn("right", RIGHT, KEY, 100);
        signIn("other", RIGHT, OTHER_KEY, 100);
        OpenSignIns.of(clientSession()).drop(KEY);
        signIn("again", LEFT, KEY, 100);
        assertThat(found(KEY)).isEqualTo(LEFT);
        assertThat(found(OTHER_KEY)).isEqualTo(RIGHT);
    }

    @Test
    @DisplayName("do not count beside a later one once their code has expired")
    void expired() {
        signIn("left", LEFT, KEY, 100);
        signIn("right", RIGHT, KEY, 200);
        assertThat(accounts(101)).contains(RIGHT);
        assertThat(accounts(100)).isEmpty();
    }

    @Test
    @DisplayName("count alone for as long as it takes to read a page of consent")
    void slow() {
        signIn("left", LEFT, KEY, 100);
        assertThat(accounts(1000)).contains(LEFT);
    }

    @Test
    @DisplayName("are cleared away when their code was never redeemed")
    void abandoned() {
        signIn("old", LEFT, OTHER_KEY, 100);
        signIn("new", RIGHT, KEY, 10_000);
        close(KEY, RIGHT, 10_000);
        assertThat(notes).containsOnlyKeys("micloud.bound", OrganizationModel.ORGANIZATION_ATTRIBUTE);
    }

    @Test
    @DisplayName("are cleared away without a code that is redeemed, once theirs can be no more")
    void cleared() {
        signIn("old", LEFT, OTHER_KEY, 100);
        signIn("slow", LEFT, OTHER_KEY, 6_400);
        signIn("new", RIGHT, KEY, 10_000);
        OpenSignIns.of(clientSession()).clear(10_000);
        assertThat(notes)
                .containsOnlyKeys(
                        "micloud.bound",
                        OrganizationModel.ORGANIZATION_ATTRIBUTE,
                        "micloud.open.slow",
                        "micloud.open.new");
    }

    @ParameterizedTest(name = "''{0}'' and ''{1}'', ''{2}'' and ''{3}''")
    @CsvSource({"ab, c, a, bc", "'', ab, ab, ''", "ab, '', a, b", "a, 1 b, a 1, b", "n, '', '', n"})
    @DisplayName("are kept apart by challenge and nonce, also where both together read the same")
    void keys(String challenge, String nonce, String otherChallenge, String otherNonce) {
        assertThat(RedemptionKey.ofCode(challenge, nonce))
                .isNotEqualTo(RedemptionKey.ofCode(otherChallenge, otherNonce));
    }

    @Test
    @DisplayName("of devices are never those of codes")
    void devices() {
        assertThat(RedemptionKey.ofDevice("n")).isNotEqualTo(RedemptionKey.ofCode("", "n"));
        assertThat(RedemptionKey.ofDevice("1 n")).isNotEqualTo(RedemptionKey.ofCode("n", ""));
    }

    @Test
    @DisplayName("of the same key and account give the older grant, which ends sooner")
    void oldest() {
        signIn("left", LEFT, KEY, 200);
        signIn("right", LEFT, KEY, 100);
        assertThat(OpenSignIns.find(notes, Set.of(KEY), 0).map(Grant::time)).contains(100_000L);
    }

    private BoundAccount found(RedemptionKey key) {
        return OpenSignIns.find(notes, Set.of(key), 0).map(Grant::account).orElse(null);
    }

    private Optional<BoundAccount> accounts(long since) {
        return OpenSignIns.find(notes, Set.of(KEY), since).map(Grant::account);
    }

    private void close(RedemptionKey key, BoundAccount account, long since) {
        Grant grant = OpenSignIns.find(notes, Set.of(key), 0).orElseThrow();
        assertThat(grant.account()).isEqualTo(account);
        OpenSignIns.of(clientSession()).close(key, grant, since);
    }

    private AuthenticatedClientSessionModel clientSession() {
        return (AuthenticatedClientSessionModel) Proxy.newProxyInstance(
                OpenSignInsTest.class.getClassLoader(),
                new Class<?>[] {AuthenticatedClientSessionModel.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getNotes" -> Map.copyOf(notes);
                    case "removeNote" -> notes.remove(arguments[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
