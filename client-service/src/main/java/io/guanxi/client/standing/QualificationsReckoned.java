package io.guanxi.client.standing;

import io.guanxi.client.staff.StaffCommand.ReckonDuty;
import io.guanxi.client.staff.StaffStream;
import io.guanxi.contracts.Ids;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.kit.eventsourcing.StoreException;
import io.guanxi.kit.service.reckoning.Reckoned;
import io.guanxi.kit.service.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** PR-04: when people are warned of the end of their qualification follows the setting. */
@ApplicationScoped
class QualificationsReckoned implements Reckoned {
    private static final String SUBJECTS =
            """
            select staff_id from staff_view where staff_id > ? and active order by staff_id
            limit ?""";

    private final Settings settings;
    private final DataSource database;

    QualificationsReckoned(Settings settings, DataSource database) {
        this.settings = settings;
        this.database = database;
    }

    @Override
    public String name() {
        return QualificationRules.NAME;
    }

    @Override
    public Set<String> settings() {
        return Set.of(QualificationRules.NAME);
    }

    @Override
    public boolean followsCalendars() {
        return false;
    }

    @Override
    public List<String> subjects(String after, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SUBJECTS)) {
            select.setString(1, after == null ? "" : after);
            select.setInt(2, limit);
            List<String> staff = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    staff.add(row.getString(1));
                }
            }
            return staff;
        } catch (SQLException e) {
            throw new StoreException.Unavailable(e);
        }
    }

    @Override
    public UUID stream(String staffId) {
        return Ids.staff(staffId);
    }

    @Override
    public void reckon(String staffId, Session session) {
        QualificationRules rules = settings.get(QualificationRules.NAME, QualificationRules.class);
        session.execute(
                StaffStream.STAFF,
                stream(staffId),
                new ReckonDuty(rules.lead(), settings.version(QualificationRules.NAME)));
    }
}
