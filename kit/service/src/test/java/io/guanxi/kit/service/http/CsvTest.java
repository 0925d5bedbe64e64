package io.guanxi.kit.service.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
    private static final MediaType CSV = MediaType.valueOf("text/csv; charset=utf-8");

    @Test
    void a_row_is_an_object_of_its_cells_that_are_not_empty() throws IOException {
        assertThat(
                        lines(
                                "id,name,segment\r\n1,First,\r\n\r\n2,\"Second, \"\"the\"\" big\n one\",A\r\n"))
                .containsExactly(
                        "{\"id\":\"1\",\"name\":\"First\"}",
                        "{\"id\":\"2\",\"name\":\"Second, \\\"the\\\" big\\n one\",\"segment\":\"A\"}");
    }

    @Test
    void headings_nest_and_make_lists() throws IOException {
        assertThat(lines("\ufeffidentifiers.uscc,identifiers.lei,flags[]\nU,L,CORE;GOLDEN"))
                .containsExactly(
                        "{\"identifiers\":{\"uscc\":\"U\",\"lei\":\"L\"},\"flags\":[\"CORE\",\"GOLDEN\"]}");
    }

    @Test
    void a_row_of_another_length_is_a_line_that_is_no_object() throws IOException {
        assertThat(lines("id,name\n1\n2,b\n3,c,d"))
                .containsExactly("[]", "{\"id\":\"2\",\"name\":\"b\"}", "[]");
    }

    @Test
    void what_cannot_be_read_is_refused() {
        assertThatThrownBy(() -> lines("id,na me\n1,2")).hasMessageContaining("first row");
        assertThatThrownBy(() -> lines("id\n\"" + "x".repeat(2 << 20)))
                .hasMessageContaining("1 MiB");
        assertThatThrownBy(
                        () ->
                                Csv.asLines(
                                                CSV,
                                                new ByteArrayInputStream(
                                                        "id\n\u00e9".getBytes(ISO_8859_1)))
                                        .readAllBytes())
                .hasMessageContaining("UTF-8");
    }

    @Test
    void nothing_is_no_lines_and_json_stays_as_it_is() throws IOException {
        assertThat(lines("")).isEmpty();
        assertThat(lines("id\n")).isEmpty();
        byte[] json = "{}\n".getBytes(UTF_8);
        assertThat(
                        Csv.asLines(MediaType.valueOf(Ndjson.TYPE), new ByteArrayInputStream(json))
                                .readAllBytes())
                .isEqualTo(json);
    }

    private static List<String> lines(String csv) throws IOException {
        byte[] json =
                Csv.asLines(CSV, new ByteArrayInputStream(csv.getBytes(UTF_8))).readAllBytes();
        return new String(json, UTF_8).lines().toList();
    }
}
