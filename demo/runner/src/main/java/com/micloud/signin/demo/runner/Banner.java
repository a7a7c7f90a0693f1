package com.micloud.signin.demo.runner;

import com.micloud.signin.realm.DemoDescription;
import java.util.List;
import java.util.stream.Collectors;

/** What a newcomer needs to know once the demo runs. */
final class Banner {

    private static final String RULE = "-".repeat(110);

    private final DemoOptions options;
    private final DemoDescription demo;

    Banner(DemoOptions options, DemoDescription demo) {
        this.options = options;
        this.demo = demo;
    }

    String text() {
        var text = new StringBuilder();
        line(text, RULE);
        line(text, "MiCloud sign-in is ready.");
        line(text, "");
        line(text, "  Start here      %s/realms/micloud/demo".formatted(options.baseUrl()));
        line(
                text,
                "  Mail            %s   (everything the server sends, caught on SMTP port %d)"
                        .formatted(options.mailUrl(), options.smtpPort()));
        line(text, "  Own account     %s/realms/micloud/account".formatted(options.baseUrl()));
        line(text, "  Admin console   %s/admin   (admin / admin)".formatted(options.baseUrl()));
        line(text, "");
        line(text, "  %-26s%-13s%-24s%s".formatted("Username", "Password", "Accounts", "Shows"));
        demo.people().forEach(person -> person(text, person));
        line(text, "");
        line(text, "  %-9s%-19s%-16s%-15s%s".formatted("Account", "Name", "Partner label", "Policy", "Provider"));
        demo.accounts().forEach(account -> account(text, account));
        line(text, "");
        line(text, "  The providers are realms of this same server that stand in for Azure AD and Okta.");
        line(text, "  There everybody's password is %s:".formatted(demo.enterprisePassword()));
        demo.providers().forEach(provider -> provider(text, provider));
        line(text, "");
        line(text, "  Server log      %s".formatted(options.instance().resolve("server.log")));
        line(text, "  Ctrl-C stops everything. Data is kept for the next start; -Ddemo.fresh begins anew.");
        line(text, RULE);
        return text.toString();
    }

    private static void person(StringBuilder text, DemoDescription.Person person) {
        line(
                text,
                "  %-26s%-13s%-24s%s"
                        .formatted(
                                person.username(),
                                person.hasPassword() ? person.password() : "none",
                                person.accounts().isEmpty() ? "none" : String.join(", ", person.accounts()),
                                person.shows()));
    }

    private static void account(StringBuilder text, DemoDescription.Account account) {
        line(
                text,
                "  %-9s%-19s%-16s%-15s%s"
                        .formatted(
                                account.number(),
                                account.name(),
                                account.partnerLabel(),
                                account.policy(),
                                account.provider()));
    }

    private void provider(StringBuilder text, DemoDescription.Provider provider) {
        line(
                text,
                "  %-17s%-6sstands for %-10s%s"
                        .formatted(
                                provider.alias(),
                                provider.protocol(),
                                provider.standsFor(),
                                names(demo.peopleOf(provider))));
    }

    private static String names(List<DemoDescription.Person> people) {
        return people.stream()
                .map(person -> person.username().equals(person.knownToProviderAs())
                        ? person.username()
                        : person.username() + " (called " + person.knownToProviderAs() + " there)")
                .collect(Collectors.joining(", "));
    }

    private static void line(StringBuilder text, String content) {
        text.append(content.stripTrailing()).append('\n');
    }
}
