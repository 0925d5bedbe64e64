package io.guanxi.client.client;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;

/**
 * A client with all that is known of it here: its own record, its place in the book, and what other
 * services contributed.
 */
@Entity
@Immutable
@Subselect(ClientRow.SELECT)
public class ClientRow extends PanacheEntityBase {
    static final String SELECT =
            """
            select v.client_id, v.kind, v.search_name, v.segment, v.flags, v.external_keys, v.stage,
                   v.details, v.personal, v.version, b.rm_id, b.unit_id, b.since,
                   s.tier, s.provisional, s.tier_at, s.risk_level, s.risk, s.risk_at,
                   c.visit_id, c.channel, c.contact_at
              from client_view v
              join book_client b on b.client_id = v.client_id
              left join client_score s on s.client_id = v.client_id
              left join client_last_contact c on c.client_id = v.client_id
            """;

    @Id public UUID clientId;

    @Convert(converter = PublicDetailsColumn.class)
    public PublicDetails details;

    @Convert(converter = PrivateDetailsColumn.class)
    public PrivateDetails personal;

    public int version;
    public String rmId;
    public String unitId;
    public Instant since;

    public String tier;
    public Boolean provisional;
    public Instant tierAt;
    public String riskLevel;
    public BigDecimal risk;
    public Instant riskAt;

    public UUID visitId;
    public String channel;
    public Instant contactAt;
}
