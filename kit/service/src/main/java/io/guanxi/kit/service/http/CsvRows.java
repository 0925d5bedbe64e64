package io.guanxi.kit.service.http;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The rows of an RFC 4180 text, of which one is held at a time. */
final class CsvRows implements Closeable {
    private static final int BYTE_ORDER_MARK = 0xfeff;

    private final Reader text;
    private int ahead;
    private boolean begun;
    private int length;

    CsvRows(InputStream body) {
        this.text =
                new BufferedReader(
                        new InputStreamReader(
                                body,
                                StandardCharsets.UTF_8
                                        .newDecoder()
                                        .onMalformedInput(CodingErrorAction.REPORT)
                                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    /** The next row that is not empty; null after the last. */
    List<String> next() throws IOException {
        if (!begun) {
            begun = true;
            step();
            if (ahead == BYTE_ORDER_MARK) {
                step();
            }
        }
        while (ahead == '\n' || ahead == '\r') {
            step();
        }
        return ahead < 0 ? null : row();
    }

    private List<String> row() throws IOException {
        length = 0;
        List<String> cells = new ArrayList<>();
        cells.add(cell());
        while (ahead == ',') {
            step();
            cells.add(cell());
        }
        return cells;
    }

    private String cell() throws IOException {
        StringBuilder cell = new StringBuilder();
        if (ahead == '"') {
            quoted(cell);
        }
        while (ahead >= 0 && ahead != ',' && ahead != '\n' && ahead != '\r') {
            take(cell);
        }
        return cell.toString();
    }

    private void quoted(StringBuilder cell) throws IOException {
        step();
        while (ahead >= 0) {
            if (ahead == '"') {
                step();
                if (ahead != '"') {
                    return;
                }
            }
            take(cell);
        }
    }

    private void take(StringBuilder cell) throws IOException {
        cell.append((char) ahead);
        if (++length > Ndjson.LONGEST_LINE) {
            throw Problem.tooLarge("line.too-long", "A row is longer than 1 MiB.");
        }
        step();
    }

    private void step() throws IOException {
        try {
            ahead = text.read();
        } catch (CharacterCodingException e) {
            throw Problem.badRequest("csv.malformed", "The body is not UTF-8.");
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
