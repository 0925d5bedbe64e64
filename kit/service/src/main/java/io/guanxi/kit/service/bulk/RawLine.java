package io.guanxi.kit.service.bulk;

/**
 * A line of a bulk body as it came.
 *
 * @param number in the body, from 1; the heading of CSV is not counted
 * @param json its UTF-8 bytes
 * @param texts whether it was a row of CSV, whose numbers and truths are written as text
 */
public record RawLine(int number, byte[] json, boolean texts) {}
