package com.micloud.signin.person;

import static java.lang.Character.UnicodeScript.ARABIC;
import static java.lang.Character.UnicodeScript.ARMENIAN;
import static java.lang.Character.UnicodeScript.BENGALI;
import static java.lang.Character.UnicodeScript.BOPOMOFO;
import static java.lang.Character.UnicodeScript.CYRILLIC;
import static java.lang.Character.UnicodeScript.DEVANAGARI;
import static java.lang.Character.UnicodeScript.ETHIOPIC;
import static java.lang.Character.UnicodeScript.GEORGIAN;
import static java.lang.Character.UnicodeScript.GREEK;
import static java.lang.Character.UnicodeScript.GUJARATI;
import static java.lang.Character.UnicodeScript.GURMUKHI;
import static java.lang.Character.UnicodeScript.HAN;
import static java.lang.Character.UnicodeScript.HANGUL;
import static java.lang.Character.UnicodeScript.HEBREW;
import static java.lang.Character.UnicodeScript.HIRAGANA;
import static java.lang.Character.UnicodeScript.KANNADA;
import static java.lang.Character.UnicodeScript.KATAKANA;
import static java.lang.Character.UnicodeScript.KHMER;
import static java.lang.Character.UnicodeScript.LAO;
import static java.lang.Character.UnicodeScript.LATIN;
import static java.lang.Character.UnicodeScript.MALAYALAM;
import static java.lang.Character.UnicodeScript.MYANMAR;
import static java.lang.Character.UnicodeScript.ORIYA;
import static java.lang.Character.UnicodeScript.SINHALA;
import static java.lang.Character.UnicodeScript.TAMIL;
import static java.lang.Character.UnicodeScript.TELUGU;
import static java.lang.Character.UnicodeScript.THAANA;
import static java.lang.Character.UnicodeScript.THAI;
import static java.lang.Character.UnicodeScript.TIBETAN;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Says which characters a username may have (spec: "Settled points"): those of an e-mail address without quotation marks
 * (RFC 5322, {@code atext}; RFC 6531 for letters outside ASCII). A word is a run of letters. A word that looks like another
 * word must not let its owner pass for another person, so each word keeps to one script, and is refused where all that
 * is not ASCII in it looks like ASCII (compare Unicode Technical Standard 39, "Highly Restrictive" and "confusables").
 */
final class UsernameRule {

    /** What stands in addresses beside letters and digits. */
    private static final String SIGNS = "!#$%&'*+-/=?^_`{|}~.@";

    /** The scripts in everyday use: Unicode Standard Annex 31, table "Recommended Scripts". */
    private static final Set<UnicodeScript> SCRIPTS = EnumSet.of(
            ARABIC,
            ARMENIAN,
            BENGALI,
            BOPOMOFO,
            CYRILLIC,
            DEVANAGARI,
            ETHIOPIC,
            GEORGIAN,
            GREEK,
            GUJARATI,
            GURMUKHI,
            HAN,
            HANGUL,
            HEBREW,
            HIRAGANA,
            KANNADA,
            KATAKANA,
            KHMER,
            LAO,
            LATIN,
            MALAYALAM,
            MYANMAR,
            ORIYA,
            SINHALA,
            TAMIL,
            TELUGU,
            THAANA,
            THAI,
            TIBETAN);

    /** Scripts that one word may mix, because the language does: Japanese, Chinese, Korean. */
    private static final List<Set<UnicodeScript>> TOGETHER =
            List.of(EnumSet.of(HAN, HIRAGANA, KATAKANA), EnumSet.of(HAN, BOPOMOFO), EnumSet.of(HAN, HANGUL));

    /** Latin letters outside the blocks of European languages and Vietnamese: those of African languages and Azerbaijani. */
    private static final String MORE_LATIN = "\u0253\u0254\u0256\u0257\u0259\u025B\u0263\u0272";

    /** Part of Thai and Lao words, though Unicode also writes each with two characters. */
    private static final String COMPOSED_VOWELS = "\u0E33\u0EB3";

    /** Belongs to no script, and stands in words in Hiragana and Katakana only. */
    private static final int PROLONGED_SOUND = 0x30FC;

    /** Vowels that nothing is drawn for. */
    private static final String INVISIBLE = "\u17B4\u17B5";

    /** Letters that are drawn like one letter or digit of ASCII, after Unicode's list of confusable characters. */
    private static final String LOOK_ALIKES = ""
            // Latin
            + "\u0131\u0237\u018D\u01BD\u01C0\u01C1\u01C3\u0223\u0263\u1E9D\u1EFF"
            // Cyrillic
            + "\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u0461\u0475\u04AF\u04BB\u04BD\u04CF\u04D5"
            + "\u0501\u051B\u051D\uA647\uA699"
            // Greek
            + "\u03B1\u03B9\u03BD\u03BF\u03C1\u03C5\u03F3"
            // Armenian
            + "\u0563\u0566\u0570\u0578\u057D\u0581\u0585"
            // Georgian, Ethiopic, Oriya, Malayalam, Myanmar
            + "\u10E7\u10FF\u1200\u12D0\u0B20\u0D20\u101D";

    private UsernameRule() {}

    /** Whether a username, in small letters as Keycloak keeps it, may be given to somebody. */
    static boolean allows(String username) {
        if (!Normalizer.isNormalized(username, Normalizer.Form.NFC)) {
            // One name has one spelling.
            return false;
        }
        List<Integer> word = new ArrayList<>();
        for (int point : username.codePoints().toArray()) {
            if (isLetter(point) || (isMark(point) && !word.isEmpty())) {
                word.add(point);
            } else if (isDigitOrSign(point) && isSafe(word)) {
                word.clear();
            } else {
                return false;
            }
        }
        return isSafe(word);
    }

    private static boolean isDigitOrSign(int point) {
        return (point >= '0' && point <= '9') || SIGNS.indexOf(point) >= 0;
    }

    private static boolean isLetter(int point) {
        if (isAscii(point)) {
            return Character.isLetter(point);
        }
        return point == PROLONGED_SOUND || (Character.isLetter(point) && isUsual(point));
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK) && isUsual(point);
    }

    /** Whether a character outside ASCII belongs to the letters of a living language, and is no other form of one. */
    private static boolean isUsual(int point) {
        UnicodeScript script = UnicodeScript.of(point);
        boolean oneForm = COMPOSED_VOWELS.indexOf(point) >= 0
                || Normalizer.isNormalized(Character.toString(point), Normalizer.Form.NFKC);
        return SCRIPTS.contains(script)
                && oneForm
                && INVISIBLE.indexOf(point) < 0
                && (script != LATIN || isUsualLatin(point))
                && (script != HANGUL || UnicodeBlock.HANGUL_SYLLABLES.equals(UnicodeBlock.of(point)));
    }

    private static boolean isUsualLatin(int point) {
        return point <= 0x024F || (point >= 0x1E00 && point <= 0x1EFF) || MORE_LATIN.indexOf(point) >= 0;
    }

    private static boolean isSafe(List<Integer> word) {
        return isOfOneScript(word) && !looksLikeAscii(word);
    }

    private static boolean isOfOneScript(List<Integer> word) {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        word.stream()
                .filter(point -> point != PROLONGED_SOUND)
                .map(UnicodeScript::of)
                .forEach(scripts::add);
        if (word.contains(PROLONGED_SOUND) && !scripts.contains(HIRAGANA) && !scripts.contains(KATAKANA)) {
            return false;
        }
        return scripts.size() <= 1 || TOGETHER.stream().anyMatch(together -> together.containsAll(scripts));
    }

    private static boolean looksLikeAscii(List<Integer> word) {
        boolean allAscii = word.stream().allMatch(UsernameRule::isAscii);
        return !allAscii && word.stream().allMatch(point -> isAscii(point) || LOOK_ALIKES.indexOf(point) >= 0);
    }

    private static boolean isAscii(int point) {
        return point < 128;
    }
}
