package com.micloud.signin.acceptance.hostile;

/**
 * A hostile value.
 *
 * @param text what is sent; {@link #MARK} stands for the mark by which a case is known
 * @param escaped whether the text is in percent escapes (broken ones, mostly) and goes into addresses and forms as it is
 */
record Payload(String text, boolean escaped) {
    /** No text that is made up holds it: Unicode promises that it is no character. */
    static final char MARK = '\uFFFF';

    static Payload plain(String text) {
        return new Payload(text.replace('@', MARK), false);
    }

    static Payload escaped(String text) {
        return new Payload(text.replace('@', MARK), true);
    }

    /** A payload whose own @ signs stay. */
    static Payload verbatim(String text) {
        return new Payload(text, false);
    }

    /** The value for a query or a form. */
    String parameter(String mark) {
        return escaped ? marked(mark) : Bytes.escaped(Bytes.utf8(marked(mark)));
    }

    /** The value for a header or a cookie: a line end would begin another header, and that is another attack. */
    String line(String mark) {
        return Bytes.utf8(marked(mark)).replaceAll("[\r\n]", "");
    }

    /** The value as bytes, for bodies. */
    String raw(String mark) {
        return Bytes.utf8(marked(mark));
    }

    private String marked(String mark) {
        return text.replace(String.valueOf(MARK), mark);
    }

    @Override
    public String toString() {
        return Bytes.shown(Bytes.utf8(text));
    }
}
