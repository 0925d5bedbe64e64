package io.guanxi.client.client;

import io.guanxi.client.body.Shape;
import jakarta.persistence.Query;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which clients a list is to show; every given filter must hold. */
public class ClientFilter {
    private static final String TIER = "A1|A2|B1|B2|C";
    private static final String FLAG = "CORE|GOLDEN|GOVERNMENT|MULTI_REGION|BENCHMARK|QUALITY_C";
    private static final String STAGE = "POTENTIAL|DEVELOPMENT|GROWTH|MATURITY|TERMINATION";

    @Parameter(description = "The owner's staff code")
    @QueryParam("rm")
    @Pattern(regexp = Shape.CODE)
    public String rm;

    @QueryParam("unit")
    @Pattern(regexp = Shape.CODE)
    public String unit;

    @QueryParam("tier")
    @Pattern(regexp = TIER)
    public String tier;

    @QueryParam("segment")
    @Pattern(regexp = Shape.CODE)
    public String segment;

    @QueryParam("flag")
    @Pattern(regexp = FLAG)
    public String flag;

    @QueryParam("stage")
    @Pattern(regexp = STAGE)
    public String stage;

    @Parameter(description = "A number in another system, as `system:value`")
    @QueryParam("externalId")
    @Pattern(regexp = Shape.CODE + ":\\P{Cntrl}{1,64}")
    public String externalId;

    @Parameter(description = "A part of the name")
    @QueryParam("q")
    @Size(min = 2, max = 100)
    @Pattern(regexp = Shape.TEXT)
    public String q;

    /** Only these; not from the query. */
    public Set<UUID> clients;

    /** The conditions on the row named c, in SQL, each with its parameter. */
    private Map<String, Object> conditions() {
        Map<String, Object> conditions = new LinkedHashMap<>();
        put(conditions, "c.rm_id = :rm", rm);
        put(conditions, "c.unit_id = :unit", unit);
        put(conditions, "c.tier = :tier", tier);
        put(conditions, "c.segment = :segment", segment);
        put(conditions, "c.flags @> array[cast(:flag as text)]", flag);
        put(conditions, "c.stage = :stage", stage);
        put(
                conditions,
                "c.external_keys @> array[cast(:externalId as text)]",
                externalId == null ? null : externalId.replaceFirst(":", "|"));
        // Nothing has this id: an empty list is none in SQL.
        put(
                conditions,
                "c.client_id in (:clients)",
                clients != null && clients.isEmpty() ? Set.of(new UUID(0, 0)) : clients);
        put(
                conditions,
                "c.search_name like :q",
                q == null ? null : "%" + escaped(SearchText.of(q)) + "%");
        return conditions;
    }

    String sql() {
        StringBuilder sql = new StringBuilder();
        conditions().keySet().forEach(condition -> sql.append(" and ").append(condition));
        return sql.toString();
    }

    void bind(Query query) {
        conditions().forEach((condition, value) -> query.setParameter(parameter(condition), value));
    }

    private static String parameter(String condition) {
        Matcher name = java.util.regex.Pattern.compile(":([a-zA-Z]+)").matcher(condition);
        if (!name.find()) {
            throw new IllegalStateException(condition);
        }
        return name.group(1);
    }

    private static void put(Map<String, Object> conditions, String condition, Object value) {
        if (value != null) {
            conditions.put(condition, value);
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
