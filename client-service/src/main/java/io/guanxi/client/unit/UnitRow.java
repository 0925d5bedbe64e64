package io.guanxi.client.unit;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A unit in lists. */
@Entity
@Immutable
@Table(name = "book_unit")
public class UnitRow extends PanacheEntityBase {
    @Id public String unitId;
    public String name;
    public String parentId;
    public String headId;

    UnitBody shown() {
        return new UnitBody(unitId, name, parentId, headId);
    }
}
