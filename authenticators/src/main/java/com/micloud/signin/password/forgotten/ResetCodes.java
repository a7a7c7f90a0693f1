package com.micloud.signin.password.forgotten;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.common.util.Time;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The six-digit codes of reset mails. A waiting page reserves a place for its code at once, for every username. The
 * code comes when the mail is written, and only its keyed hash is stored. So a guess costs the same, and gets the same
 * answer, whether or not a code was sent.
 */
public final class ResetCodes {

    /** The result of checking a typed code. */
    public enum Verdict {
        RIGHT,
        WRONG,
        /** Its time is up, all its tries are used, or it was right once already. */
        OVER
    }

    /**
     * The result of a try.
     *
     * @param verdict how it fares
     * @param mail what the mail says of itself whose code was right; empty else
     */
    public record Outcome(Verdict verdict, String mail) {

        /** The mail whose code was right. */
        public Optional<MailedReset> reset() {
            return MailedReset.of(mail);
        }
    }

    private static final String PLACE = "place";
    private static final String CODE = "code";
    private static final String TRY = "try";
    private static final String UNTIL = "until";
    private static final String KEY = "key";
    private static final String HASH = "hash";
    private static final String MAIL = "mail";
    private static final String COUNT = "count";
    private static final String MAC = "HmacSHA512";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ResetStore store;
    private final ResetSettings settings;
    private final WrongCodes wrongCodes;

    public ResetCodes(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.store = new ResetStore(session);
        this.settings = ResetSettings.of(realm);
        this.wrongCodes = new WrongCodes(store, settings);
    }

    /** Makes a place for a code; what is returned names it, and is for the waiting page alone. */
    public String expect() {
        String place = SecretGenerator.getInstance().randomString();
        store.objects().put(store.key(PLACE, place), settings.codeLifespan(), Map.of(UNTIL, until()));
        return place;
    }

    /** A code for that place, out of that mail to that user; none where too many wrong ones were typed. */
    Optional<String> issue(String place, MailedReset reset, UserModel user) {
        String count = WrongCodes.nameFor(user);
        if (wrongCodes.areTooMany(count)) {
            return Optional.empty();
        }
        String code = SecretGenerator.getInstance().randomString(6, SecretGenerator.DIGITS);
        KeyWrapper key = session.keys().getActiveKey(realm, KeyUse.SIG, Algorithm.HS512);
        store.objects()
                .put(
                        store.key(CODE, place),
                        settings.codeLifespan(),
                        Map.of(
                                UNTIL, until(),
                                KEY, key.getKid(),
                                HASH, hash(key.getSecretKey(), place, code),
                                MAIL, reset.text(),
                                COUNT, count));
        return Optional.of(code);
    }

    /** Tries a code at the places of a waiting page, the newest of which comes first. */
    public Outcome attempt(List<String> places, String code) {
        boolean tried = false;
        for (String place : places) {
            if (isOpen(place) && store.take(TRY, place, settings.codeTries(), settings.codeLifespan())) {
                tried = true;
                Optional<String> mail = matches(place, code);
                if (mail.isPresent()) {
                    return new Outcome(Verdict.RIGHT, mail.get());
                }
            }
        }
        return new Outcome(tried ? Verdict.WRONG : Verdict.OVER, "");
    }

    private boolean isOpen(String place) {
        return Optional.ofNullable(store.objects().get(store.key(PLACE, place)))
                .filter(ResetCodes::isTimely)
                .isPresent();
    }

    private Optional<String> matches(String place, String code) {
        String name = store.key(CODE, place);
        Optional<Map<String, String>> kept =
                Optional.ofNullable(store.objects().get(name)).filter(ResetCodes::isTimely);
        KeyWrapper key = kept.map(notes -> session.keys().getKey(realm, notes.get(KEY), KeyUse.SIG, Algorithm.HS512))
                .orElseGet(() -> session.keys().getActiveKey(realm, KeyUse.SIG, Algorithm.HS512));
        boolean right = MessageDigest.isEqual(
                hash(key.getSecretKey(), place, code).getBytes(StandardCharsets.US_ASCII),
                kept.map(notes -> notes.get(HASH)).orElse("").getBytes(StandardCharsets.US_ASCII));
        if (!right) {
            // A code that another version issued has no name to count under.
            kept.map(notes -> notes.get(COUNT)).ifPresent(wrongCodes::count);
        }
        if (!right || store.objects().remove(name) == null) {
            return Optional.empty();
        }
        store.objects().remove(store.key(PLACE, place));
        return kept.map(notes -> notes.get(MAIL));
    }

    private String until() {
        return String.valueOf(Time.currentTimeMillis() + SECONDS.toMillis(settings.codeLifespan()));
    }

    private static boolean isTimely(Map<String, String> notes) {
        return Long.parseLong(notes.get(UNTIL)) > Time.currentTimeMillis();
    }

    /** With the place, so that equal codes do not look alike, and with a key of the realm, as a million are soon tried. */
    private static String hash(SecretKey key, String place, String code) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            byte[] bytes = mac.doFinal((place + " " + code).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + MAC + ".", e);
        }
    }
}
