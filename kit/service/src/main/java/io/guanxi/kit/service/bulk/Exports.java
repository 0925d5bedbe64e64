package io.guanxi.kit.service.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.kit.service.http.Csv;
import io.guanxi.kit.service.http.Paging;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Carries exports out: rows since an instant, each with the instant of its last change. */
@ApplicationScoped
class Exports {
    private static final String CHANGED = "changedAt";

    private final ObjectMapper json;
    private final RowStreams streams;

    Exports(ObjectMapper json, RowStreams streams) {
        this.json = json;
        this.streams = streams;
    }

    /**
     * Streams the rows.
     *
     * @param since only what changed then or later; null: all
     */
    <T> Response stream(ExportKind<T> kind, Instant since, String type) {
        boolean csv = type.equals(Csv.TYPE);
        return streams.stream(
                        type,
                        csv ? csv(CsvColumns.of(kind.type())) : streams.ndjson(),
                        new Pages<>(kind, since)::next)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"%s.%s\""
                                .formatted(kind.name(), csv ? "csv" : "ndjson"))
                .build();
    }

    private static RowStreams.Format csv(CsvColumns columns) {
        return new RowStreams.Format() {
            @Override
            public void begin(OutputStream out) throws IOException {
                columns.heading(out, CHANGED);
            }

            @Override
            public void row(OutputStream out, Object row) throws IOException {
                ObjectNode whole = (ObjectNode) row;
                columns.row(out, whole, whole.path(CHANGED).asText(""));
            }
        };
    }

    /** Where an export is. */
    private final class Pages<T> {
        private final ExportKind<T> kind;
        private final Instant since;
        private String after;

        private Pages(ExportKind<T> kind, Instant since) {
            this.kind = kind;
            this.since = since;
        }

        /** A transaction a page, or what Hibernate has read would add up. */
        private List<ObjectNode> next() {
            return QuarkusTransaction.requiringNew().call(this::read);
        }

        private List<ObjectNode> read() {
            List<T> read = kind.page(after, Paging.LARGEST);
            while (!read.isEmpty()) {
                after = kind.place(read.getLast());
                Map<String, Instant> changed = kind.changedAt(read);
                List<T> shown =
                        read.stream().filter(row -> isNew(changed.get(kind.place(row)))).toList();
                if (!shown.isEmpty()) {
                    kind.shown(shown);
                    return rows(shown, changed);
                }
                read = kind.page(after, Paging.LARGEST);
            }
            return List.of();
        }

        private boolean isNew(Instant changed) {
            return since == null || (changed != null && !changed.isBefore(since));
        }

        private List<ObjectNode> rows(List<T> shown, Map<String, Instant> changed) {
            List<ObjectNode> rows = new ArrayList<>(shown.size());
            for (T each : shown) {
                ObjectNode row = json.valueToTree(each);
                Instant at = changed.get(kind.place(each));
                if (at != null) {
                    row.put(CHANGED, at.toString());
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
