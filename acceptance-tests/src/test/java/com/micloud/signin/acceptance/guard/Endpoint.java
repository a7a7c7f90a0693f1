package com.micloud.signin.acceptance.guard;

/**
 * A method of the server that answers requests (Jakarta REST).
 *
 * @param owner the full name of its class, a nested one after a dot
 * @param method its name
 * @param verb the HTTP method it answers
 * @param path what it adds to the path of its class, without slashes at the ends
 */
record Endpoint(String owner, String method, String verb, String path) implements Comparable<Endpoint> {

    /** Whether a name of the docs means this class: its simple name, with as many packages before it as it takes. */
    boolean isIn(String className) {
        return owner.equals(className) || owner.endsWith("." + className);
    }

    /** Whether an address of the docs, as in {@code GET account/sessions}, can be this one. */
    boolean answers(String address) {
        var space = address.indexOf(' ');
        if (space < 0 || !address.substring(0, space).equals(verb)) {
            return false;
        }
        var full = "/" + trimmed(address.substring(space + 1));
        return path.isEmpty() || full.endsWith("/" + path);
    }

    /** A path as the docs write it: no slashes at the ends, no patterns in its variables. */
    static String trimmed(String path) {
        return path.strip().replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}").replaceAll("^/+|/+$", "");
    }

    @Override
    public int compareTo(Endpoint other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return owner + "#" + method + " (" + verb + " ..." + (path.isEmpty() ? "" : "/" + path) + ")";
    }
}
