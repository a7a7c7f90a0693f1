package com.micloud.signin.acceptance.harness;

import java.net.URI;
import java.util.Map;

/** What a person does with a browser, whichever browser it is. Elements are named by their ids. */
public interface Tab {
    /** Goes to an address. */
    Tab open(URI address);

    /** The address that is shown now. */
    URI address();

    /** Whether an element is there. */
    boolean has(String id);

    /** The text of an element. */
    String text(String id);

    /** What a field holds. */
    String value(String id);

    /** The first heading. */
    String heading();

    /** Types into a field, or chooses from a drop-down. */
    Tab fill(String id, String value);

    /** Presses a button or a link and waits for the next page. */
    Tab press(String id);

    /** Goes back in the history. */
    Tab back();

    /** Loads the page again. */
    Tab reload();

    /** The address at the application that the browser was sent to. */
    URI arrival();

    /** What was posted to the application. */
    Map<String, String> posted();

    /** Opens an application's request. */
    default Tab visit(URI request) {
        return open(request);
    }

    /** Enters the username. */
    default Tab username(String username) {
        return fill("username", username).press("kc-login");
    }

    /** Picks an account from the drop-down. */
    default Tab pickAccount(String number) {
        return fill("account", number).press("kc-login");
    }

    /** Types an Account Number or a Partner Label. */
    default Tab typeAccount(String text) {
        return fill("accountIdentifier", text).press("kc-login");
    }

    /** Enters the password. */
    default Tab password(String password) {
        return fill("password", password).press("kc-login");
    }

    /** Enters the new password on the page that takes one, twice. */
    default Tab newPassword(String password) {
        return fill("password-new", password).fill("password-confirm", password).press("kc-submit");
    }

    /** Signs in at a stand-in provider of the demo, on its own page. */
    default Tab signInAtProvider(String username) {
        return fill("username", username).fill("password", "Enterprise-1").press("kc-login");
    }

    /** The error text of the page, empty when there is none. */
    default String error() {
        return has("error") ? text("error") : "";
    }
}
