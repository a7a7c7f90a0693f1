package com.micloud.signin.password.expiry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * The moment at which a password expires: a number of days of 24 hours after its last change. The days that are left
 * follow the calendar in UTC. So "today" is the day of expiry, at any hour.
 *
 * @param at the moment from which on the password must be changed
 */
public record PasswordExpiry(Instant at) {

    static PasswordExpiry after(Instant change, int days) {
        return new PasswordExpiry(change.plus(days, ChronoUnit.DAYS));
    }

    /**
     * When the user's password expires; empty where the realm's policy lets passwords live for ever, and for passwords
     * that live in a directory, whose rules are its own. One that Keycloak keeps without saying since when has expired.
     */
    public static Optional<PasswordExpiry> of(RealmModel realm, UserModel user) {
        Optional<Integer> days = ExpiryWarning.lifeOfPasswords(realm);
        if (days.isEmpty()) {
            return Optional.empty();
        }
        List<CredentialModel> kept = user.credentialManager()
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                .toList();
        return kept.stream()
                .map(CredentialModel::getCreatedDate)
                .map(changed -> after(Instant.ofEpochMilli(changed == null ? 0 : changed), days.get()))
                .reduce((one, other) -> one.at.isAfter(other.at) ? one : other);
    }

    /** The server's idea of now. */
    public static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(at);
    }

    /** The number of midnights, in UTC, before the day of expiry: 0 on that day. */
    int daysLeft(Instant now) {
        return Math.toIntExact(ChronoUnit.DAYS.between(day(now), day(at)));
    }

    /** The number of a day, in UTC. */
    static long dayNumber(Instant moment) {
        return day(moment).toEpochDay();
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
