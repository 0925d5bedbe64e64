package io.guanxi.kit.service.http;

/** Takes the lines of a streamed body, one by one, as they arrive. */
@FunctionalInterface
public interface LineHandler {

    /**
     * Takes one line that is not blank.
     *
     * @param number of the line in the body, from 1
     * @param line its UTF-8 bytes without the line end
     */
    void line(int number, byte[] line);
}
