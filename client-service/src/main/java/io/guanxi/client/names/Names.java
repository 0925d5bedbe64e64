package io.guanxi.client.names;

import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.book.BookScope;
import io.guanxi.kit.service.security.EffectiveRoles;
import io.guanxi.kit.service.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Display names, of those clients alone that the final reader may see. */
@ApplicationScoped
class Names {
    private static final Set<Role> OF_STAFF = EnumSet.of(Role.RM, Role.SUPERVISOR, Role.HEAD);
    private static final String CLIENTS =
            "select v.client_id, v.name from client_view v join book_client b"
                    + " on b.client_id = v.client_id where v.client_id = any(?) and v.name is not"
                    + " null and "
                    + BookScope.onBook("b");

    private final DataSource database;
    private final Book book;
    private final EffectiveRoles roles;

    Names(DataSource database, Book book, EffectiveRoles roles) {
        this.database = database;
        this.book = book;
        this.roles = roles;
    }

    /** What one client is called. */
    record Named(UUID id, String name) {}

    /** The names this person may see; the others are left out, known or not. */
    List<Named> of(Collection<UUID> ids, String readerId) {
        BookScope scope = book.scopeOf(readerId, roles.effective(readerId, OF_STAFF));
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(CLIENTS)) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            scope.bind(select, 2);
            List<Named> names = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    names.add(new Named(rows.getObject(1, UUID.class), rows.getString(2)));
                }
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException("Names cannot be read", e);
        }
    }
}
