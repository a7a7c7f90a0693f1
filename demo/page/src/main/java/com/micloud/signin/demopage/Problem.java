package com.micloud.signin.demopage;

/**
 * What went wrong, for a person to read.
 *
 * @param status the status of the answer that tells it
 * @param headline what happened
 * @param words what it means and what to do
 * @param detail what the software said, for those who build applications; may be empty
 */
record Problem(int status, String headline, String words, String detail) {

    /** What the portal has told the application instead of signing the user in. */
    static Problem fromPortal(String error, String description) {
        return new Problem(
                200,
                "The portal did not sign you in",
                PlainWords.ofOAuth(error),
                description.isEmpty() ? error : error + ": " + description);
    }

    /** An answer that this application must not trust. */
    static Problem untrusted(String detail) {
        return new Problem(
                400,
                "The answer was not accepted",
                "What came back from the portal is not what an application may trust, so nobody was signed in."
                        + " Start again from the list of applications.",
                detail);
    }

    /** An answer to a question that this browser has not asked, or not lately. */
    static Problem notAsked() {
        return new Problem(
                400,
                "This sign-in was not started here",
                "The answer does not belong to a sign-in that this browser started within the last hour, or it was"
                        + " used already. Start again from the list of applications.",
                "");
    }

    static Problem unknownApplication() {
        return new Problem(
                404,
                "There is no such application",
                "The realm has no application by that name that is switched on. Choose one from the list.",
                "");
    }
}
