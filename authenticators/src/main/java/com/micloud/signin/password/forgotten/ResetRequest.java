package com.micloud.signin.password.forgotten;

/**
 * A request for a reset mail.
 *
 * @param origin where from
 * @param username who was named, known or not
 * @param place where the mail's code is expected
 */
record ResetRequest(ResetOrigin origin, String username, String place) {}
