package io.guanxi.client.absence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** An absence in lists. */
@Entity
@Immutable
@Table(name = "book_cover")
public class CoverRow extends PanacheEntityBase {
    @Id public UUID absenceId;
    public String staffId;
    public String coverId;
    public Instant fromAt;
    public Instant toAt;
    public String state;

    AbsenceCard shown() {
        return new AbsenceCard(absenceId, staffId, fromAt, toAt, null, coverId, state);
    }
}
