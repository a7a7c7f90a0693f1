package com.micloud.signin.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A decision table")
final class DecisionTableTest {

    private static final String TEXT =
            """
            # colours of a light
            power | broken || light
            ----- | ------ || -----
            on    | no     || green
            off,no | *     || dark
            *     | yes    || red
            """;

    private final DecisionTable table = DecisionTable.parse("lights", TEXT);

    @Test
    @DisplayName("decides by the first row that fits")
    void firstRowWins() {
        assertThat(table.decide(List.of("off", "yes"))).isEqualTo("dark");
    }

    @Test
    @DisplayName("lets a star fit everything and a comma offer a choice")
    void starsAndChoices() {
        assertThat(table.decide(List.of("no", "anything"))).isEqualTo("dark");
    }

    @Test
    @DisplayName("lets nobody through a gap")
    void gap() {
        assertThatIllegalStateException()
                .isThrownBy(() -> table.decide(List.of("on", "maybe")))
                .withMessageContaining("lights");
    }

    @Test
    @DisplayName("refuses a row with a cell too few")
    void raggedRow() {
        assertThatIllegalStateException()
                .isThrownBy(() -> DecisionTable.parse("ragged", "a | b || c\nx || y\n"))
                .withMessageContaining("ragged");
    }
}
