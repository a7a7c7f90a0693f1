package com.micloud.signin.setup;

import com.micloud.signin.account.Account;
import com.micloud.signin.account.Branding;
import com.micloud.signin.account.LogoHosts;
import com.micloud.signin.account.SignInMethods;
import com.micloud.signin.account.SignInPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Looks accounts over one by one, and for labels that several share. */
final class AccountInspection {

    /** As many accounts are named in one line of the log. */
    private static final int SOME = 10;

    private final Map<String, String> numberByLabel = new HashMap<>();
    private final List<String> someShowingMembers = new ArrayList<>();
    private int showingMembers;

    /** What is wrong with an account, given those that were inspected before. */
    List<Finding> inspect(Account account, SignInMethods methods, Branding branding, Set<String> logoHosts) {
        List<Finding> findings = new ArrayList<>();
        String thing = "Account " + account.number();
        if (methods.policy() == SignInPolicy.MISCONFIGURED) {
            findings.add(new Finding(
                    thing,
                    "its sign-in policy '" + account.policy() + "' means nothing, so nobody is let in",
                    "Set micloud.signInPolicy to password, sso-optional, sso-preferred or sso-required"));
        }
        if (methods.policy() == SignInPolicy.SSO_REQUIRED && methods.providers().isEmpty()) {
            findings.add(new Finding(
                    thing,
                    "it requires single sign-on but has no identity provider that is linked and switched on and whose"
                            + " signatures are checked, so nobody is let in",
                    "Link one under Organizations > Identity providers, or change micloud.signInPolicy"));
        }
        if (branding.isLogoRefused(logoHosts)) {
            findings.add(new Finding(
                    thing,
                    "its logo '" + branding.logo() + "' is not shown: it is no https address on a host that the realm"
                            + " allows",
                    "Correct " + Branding.LOGO + ", or name the host in the realm attribute " + LogoHosts.ATTRIBUTE));
        }
        if (!account.partnerLabel().isEmpty()) {
            String label = account.partnerLabel().strip().toLowerCase(Locale.ROOT);
            String other = numberByLabel.putIfAbsent(label, account.number());
            if (other != null) {
                findings.add(new Finding(
                        thing,
                        "its partner label is that of account " + other + " too, so members of both must type the"
                                + " number",
                        "Give one of them another micloud.partnerLabel"));
            }
        }
        return findings;
    }

    /**
     * Counts accounts whose route differs from that of an unknown username: with single sign-on, and without a domain
     * that would give unknown usernames the same route (spec: "Settled points").
     */
    void noteDomain(Account account, SignInMethods methods, boolean hasDomain) {
        boolean routesElsewhere = methods.policy() != SignInPolicy.PASSWORD
                && methods.policy() != SignInPolicy.MISCONFIGURED
                && !methods.providers().isEmpty();
        if (routesElsewhere && !hasDomain) {
            showingMembers++;
            if (someShowingMembers.size() < SOME) {
                someShowingMembers.add(account.number());
            }
        }
    }

    /** How many accounts show by their route which usernames exist. */
    int showingMembers() {
        return showingMembers;
    }

    /** The numbers of the first few of them. */
    List<String> someShowingMembers() {
        return List.copyOf(someShowingMembers);
    }
}
