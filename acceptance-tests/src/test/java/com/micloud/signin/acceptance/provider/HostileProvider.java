package com.micloud.signin.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.people.Customer;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.provider.Attack;
import com.micloud.signin.acceptance.harness.provider.StandInProvider;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a provider may try by names, whichever protocol it speaks. */
@AcceptanceTest
abstract class HostileProvider<P extends StandInProvider> {
    static final String MISMATCH = "username_mismatch";

    private final Function<Portal, Customer<P>> customers;

    @AutoClose
    Customer<P> customer;

    Portal portal;
    P provider;
    String username;
    OidcApplication application;
    PlainTab tab;

    /** @param customers makes a customer with such a provider */
    HostileProvider(Function<Portal, Customer<P>> customers) {
        this.customers = customers;
    }

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        customer = customers.apply(portal);
        provider = customer.provider();
        username = customer.member().username();
        application = OidcApplication.made(portal);
        tab = PlainTab.wantingPages();
    }

    /** The member signs in, and the attack fails, which could hurt these others too. */
    void assertRefused(int status, String reason, User... others) {
        var attack = attackOn(others);
        enter(username);
        attack.failed(tab.page(), status, reason);
    }

    /** An attack on the member and these others. */
    Attack attackOn(User... others) {
        return Attack.on(
                portal,
                Stream.concat(Stream.of(customer.member()), Stream.of(others)).toArray(User[]::new));
    }

    /** Opens the application and enters a username. */
    void enter(String typed) {
        tab.open(application.begin().url()).username(typed);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("com.micloud.signin.acceptance.provider.OtherNames#all")
    @DisplayName("that asserts nearly the right name, signs nobody in")
    void otherName(String what, UnaryOperator<String> change) {
        provider.signsIn(change.apply(username));
        assertRefused(403, MISMATCH);
    }

    @Test
    @DisplayName(
            "that asserts a name with a letter that has the same small letter, and is another one, signs nobody in")
    void sameSmallLetter() {
        var member = Member.of(portal).in(customer.account()).make();
        portal.admin().rename(member, "\u00e5" + member.username());
        provider.signsIn("\u212b" + member.username());
        var attack = Attack.on(portal, member);
        enter("\u00e5" + member.username());
        attack.failed(tab.page(), 403, MISMATCH);
    }

    /** Somebody else is asserted than who was typed. */
    abstract class AnotherPerson {
        @Test
        @DisplayName("who is a member of another customer only, signs in neither")
        void foreigner() {
            try (var other = customers.apply(portal)) {
                provider.signsIn(other.member().username());
                assertRefused(403, MISMATCH, other.member());
            }
        }

        @Test
        @DisplayName("who is a colleague, signs in neither")
        void colleague() {
            var colleague = customer.colleague(portal);
            provider.signsIn(colleague.username());
            assertRefused(403, MISMATCH, colleague);
            assertThat(tab.page().body()).doesNotContain(colleague.username());
        }

        @Test
        @DisplayName("who is nobody, makes no user")
        void nobody() {
            provider.signsIn(Names.username());
            assertRefused(403, MISMATCH);
        }
    }
}
