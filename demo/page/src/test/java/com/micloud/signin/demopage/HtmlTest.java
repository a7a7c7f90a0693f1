package com.micloud.signin.demopage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class HtmlTest {

    @Test
    void everyTextIsEscaped() {
        assertThat(Html.of("<p title=\"{}\">{}</p>", "\"' onload=", "<b>&amp;{}"))
                .hasToString("<p title=\"&quot;&#39; onload=\">&lt;b&gt;&amp;amp;{}</p>");
    }

    @Test
    void markupGoesInAsItIs() {
        assertThat(Html.of("<ul>{}</ul>", Html.join(List.of(Html.of("<li>{}</li>", 1), Html.of("<li>{}</li>", 2)))))
                .hasToString("<ul><li>1</li>\n<li>2</li></ul>");
    }

    @Test
    void slotsInAValueAreNoSlots() {
        assertThat(Html.of("{}-{}", "{}", "x")).hasToString("{}-x");
    }

    @Test
    void slotsAndValuesMustMatch() {
        assertThatThrownBy(() -> Html.of("{}", 1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Html.of("{}{}", 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isLeftOutWhenAConditionDoesNotHold() {
        assertThat(Html.of("x").when(false)).hasToString("");
        assertThat(Html.of("x").when(true)).hasToString("x");
    }
}
