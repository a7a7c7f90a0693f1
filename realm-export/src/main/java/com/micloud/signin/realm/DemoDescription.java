package com.micloud.signin.realm;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Who and what the demo realm is made of, in a form that people can read and edit.
 *
 * @param realm raw realm settings laid over the production file
 */
public record DemoDescription(
        ObjectNode realm,
        String enterprisePassword,
        List<Account> accounts,
        List<Provider> providers,
        List<Person> people) {

    public DemoDescription {
        accounts = List.copyOf(accounts);
        providers = List.copyOf(providers);
        people = List.copyOf(people);
    }

    /** One customer; partner label and provider are empty where there is none. */
    public record Account(
            String number, String name, String displayName, String partnerLabel, String policy, String provider) {

        public Account {
            displayName = orEmpty(displayName);
            partnerLabel = orEmpty(partnerLabel);
            policy = orEmpty(policy);
            provider = orEmpty(provider);
        }
    }

    /** The protocols that stand-in providers speak. */
    public enum Protocol {
        @JsonProperty("saml")
        SAML,
        @JsonProperty("oidc")
        OIDC
    }

    /** A customer's identity provider, played by a realm of the same server. */
    public record Provider(String alias, Protocol protocol, String company, String standsFor) {

        /** What people read on the button and on the provider's own page. */
        public String title() {
            return company + " sign-in (stands for " + standsFor + ")";
        }
    }

    /**
     * A user of the demo; the e-mail address is the username.
     *
     * @param password empty for users without one
     * @param passwordAgeDays days since the last change; 0 means just now
     * @param knownToProviderAs what the provider asserts, where it is not the username
     * @param shows what signing in as this user demonstrates
     */
    public record Person(
            String username,
            String firstName,
            String lastName,
            List<String> accounts,
            String password,
            int passwordAgeDays,
            String knownToProviderAs,
            String shows) {

        public Person {
            accounts = List.copyOf(accounts);
            password = orEmpty(password);
            knownToProviderAs = knownToProviderAs == null ? username : knownToProviderAs;
            shows = orEmpty(shows);
        }

        public boolean hasPassword() {
            return !password.isEmpty();
        }
    }

    /** The demo without additions. */
    public static DemoDescription standard() {
        return with(JsonNodeFactory.instance.objectNode());
    }

    static DemoDescription with(JsonNode overlay) {
        var description = Json.resource("/demo/demo.json");
        Json.merge(description, overlay);
        try {
            return Json.MAPPER.treeToValue(description, DemoDescription.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The demo's description cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    /** Everybody whom the provider knows: the members of the accounts that it is linked to. */
    public List<Person> peopleOf(Provider provider) {
        var numbers = accounts.stream()
                .filter(account -> account.provider().equals(provider.alias()))
                .map(Account::number)
                .toList();
        return people.stream()
                .filter(person -> person.accounts().stream().anyMatch(numbers::contains))
                .toList();
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
