package io.guanxi.client.staff;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;

/** A member of staff in lists. */
@Entity
@Immutable
@Table(name = "staff_view")
public class StaffRow extends PanacheEntityBase {
    @Id public String staffId;
    public String name;
    public String unitId;
    public String supervisorId;
    public boolean active;
    public LocalDate qualifiedUntil;

    @Convert(converter = StaffDetailsColumn.class)
    public StaffDetails details;
}
