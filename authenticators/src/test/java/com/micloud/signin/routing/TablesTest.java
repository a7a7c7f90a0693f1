package com.micloud.signin.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Of each decision table")
final class TablesTest {

    private static final List<List<String>> SIGN_IN = List.of(
            List.of("sso", "no-sso"),
            List.of("password", "sso-optional", "sso-preferred", "sso-required", "misconfigured"),
            List.of("none", "one", "several"),
            List.of("nothing", "password", "provider", "both"),
            List.of("none", "password"),
            List.of("no", "yes"));

    private static final List<List<String>> USERNAME = List.of(
            List.of("no", "yes"),
            List.of("no", "yes"),
            List.of("none", "fresh"),
            List.of("username", "session", "credentials"),
            List.of("none", "same", "other"));

    private static final List<List<String>> ACCOUNT_CHOICE = List.of(
            List.of("none", "one", "several"),
            List.of("yes", "no"),
            List.of("before", "after"),
            List.of("yes", "no"),
            List.of("no", "yes"),
            List.of("none", "hit"),
            List.of("no", "yes"));

    static Stream<Arguments> tables() {
        return Stream.of(
                Arguments.of(Named.of("username", UsernameTable.table()), USERNAME),
                Arguments.of(Named.of("sign-in", SignInTable.table()), SIGN_IN),
                Arguments.of(Named.of("account-choice", AccountTable.table()), ACCOUNT_CHOICE));
    }

    @ParameterizedTest
    @MethodSource("tables")
    @DisplayName("every combination of facts is decided")
    void total(DecisionTable table, List<List<String>> words) {
        assertThat(combinations(words))
                .allSatisfy(facts -> assertThat(table.decide(facts)).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("tables")
    @DisplayName("every row decides something")
    void noDeadRow(DecisionTable table, List<List<String>> words) {
        Set<DecisionTable.Row> used = new HashSet<>();
        for (List<String> facts : combinations(words)) {
            table.rows().stream().filter(row -> row.fits(facts)).findFirst().ifPresent(used::add);
        }
        assertThat(table.rows()).allSatisfy(row -> assertThat(used).contains(row));
    }

    @ParameterizedTest
    @MethodSource("tables")
    @DisplayName("every word is one that the code can say")
    void knownWords(DecisionTable table, List<List<String>> words) {
        assertThat(table.columns()).hasSameSizeAs(words);
        for (DecisionTable.Row row : table.rows()) {
            for (int column = 0; column < words.size(); column++) {
                Set<String> known = new HashSet<>(words.get(column));
                known.add("*");
                assertThat(known)
                        .as(table.columns().get(column))
                        .containsAll(row.conditions().get(column));
            }
        }
    }

    private static List<List<String>> combinations(List<List<String>> words) {
        List<List<String>> all = List.of(List.of());
        for (List<String> column : words) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> start : all) {
                for (String word : column) {
                    longer.add(Stream.concat(start.stream(), Stream.of(word)).toList());
                }
            }
            all = longer;
        }
        return all;
    }
}
