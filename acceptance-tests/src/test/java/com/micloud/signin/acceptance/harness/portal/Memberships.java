package com.micloud.signin.acceptance.harness.portal;

import com.micloud.signin.acceptance.harness.Names;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * Writes accounts and memberships straight into the database: through the admin REST API each membership costs as much as
 * the user has already, so that a thousand would take longer than all tests together.
 */
public final class Memberships {
    private static final String NAME = "micloud.displayName";
    private static final String MEMBERSHIPS =
            """
            insert into user_group_membership (group_id, user_id, membership_type)
            select group_id, ?, 'UNMANAGED' from org where id = any (?)""";

    /** Whatever else Keycloak keeps of an account, a copy has as the account that Keycloak made. */
    private static final List<String> COPIES = List.of(
            """
            insert into keycloak_group
            select (jsonb_populate_record(made, jsonb_build_object('id', copy.id, 'name', copy.id))).*
            from keycloak_group made cross join unnest(?, ?, ?) copy(id, number, label)
            where made.id = (select group_id from org where id = ?)""",
            """
            insert into org
            select (jsonb_populate_record(made, jsonb_build_object(
                'id', copy.id, 'group_id', copy.id, 'alias', copy.number, 'name', 'Company ' || copy.number))).*
            from org made cross join unnest(?, ?, ?) copy(id, number, label)
            where made.id = ?""",
            """
            insert into group_attribute (id, name, value, group_id)
            select gen_random_uuid(), made.name,
                case made.name when 'micloud.displayName' then copy.label else made.value end, copy.id
            from group_attribute made cross join unnest(?, ?, ?) copy(id, number, label)
            where made.group_id = (select group_id from org where id = ?)""");

    private final DataSource database;
    private final Admin admin;

    Memberships(DataSource database, Admin admin) {
        this.database = database;
        this.admin = admin;
    }

    /** Has Keycloak make an account with a password policy, and copies it until there are as many as display names. */
    public List<Account> accounts(List<String> displayNames) {
        var made = admin.account(Names.accountNumber(), "password", "", Map.of(NAME, displayNames.get(0)));
        var accounts = new ArrayList<>(List.of(made));
        var labels = displayNames.subList(1, displayNames.size());
        IntStream.range(0, labels.size())
                .mapToObj(each -> Names.accountNumber())
                .forEach(number ->
                        accounts.add(new Account(UUID.randomUUID().toString(), number, "Company " + number, "")));
        var copies = accounts.subList(1, accounts.size());
        try (var connection = database.getConnection()) {
            for (var sql : COPIES) {
                try (var statement = connection.prepareStatement(sql)) {
                    statement.setArray(1, array(connection, copies, Account::id));
                    statement.setArray(2, array(connection, copies, Account::number));
                    statement.setArray(3, array(connection, labels, label -> label));
                    statement.setString(4, made.id());
                    statement.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return accounts;
    }

    /** Makes a user a member of accounts. */
    public void join(User user, List<Account> accounts) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(MEMBERSHIPS)) {
            statement.setString(1, user.id());
            statement.setArray(2, array(connection, accounts, Account::id));
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

    private static <T> Array array(Connection connection, List<T> all, Function<T, String> text) throws SQLException {
        return connection.createArrayOf("varchar", all.stream().map(text).toArray());
    }
}
