package com.micloud.signin.acceptance.harness.portal;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * Writes memberships straight into the database: through the admin REST API each one costs as much as the user has
 * already, so that a thousand would take longer than all tests together.
 */
public final class Memberships {
    private static final String INSERT =
            """
            insert into user_group_membership (group_id, user_id, membership_type)
            select group_id, ?, 'UNMANAGED' from org where id = any (?)""";

    private final DataSource database;
    private final Admin admin;

    Memberships(DataSource database, Admin admin) {
        this.database = database;
        this.admin = admin;
    }

    /** Makes a user a member of accounts. */
    public void join(User user, List<Account> accounts) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, user.id());
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "varchar", accounts.stream().map(Account::id).toArray()));
            var written = statement.executeUpdate();
            if (written != accounts.size()) {
                throw new IllegalStateException("Wrote " + written + " memberships instead of " + accounts.size());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        // The server would not look again by itself.
        admin.send("POST", "/clear-user-cache", "{}");
    }
}
