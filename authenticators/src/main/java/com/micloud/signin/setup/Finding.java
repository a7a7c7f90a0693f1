package com.micloud.signin.setup;

/**
 * Something in a realm that keeps people from signing in, or would let them in otherwise than meant.
 *
 * @param thing what is wrong, by the name the admin console shows
 * @param fault what is wrong with it
 * @param remedy the way to mend it
 */
record Finding(String thing, String fault, String remedy) {

    @Override
    public String toString() {
        return thing + ": " + fault + ". " + remedy + ".";
    }
}
