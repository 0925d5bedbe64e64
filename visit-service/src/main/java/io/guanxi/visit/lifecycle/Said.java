package io.guanxi.visit.lifecycle;

import java.util.List;

/**
 * What a log says in words: personal data, kept apart from its codes and numbers.
 *
 * @param needs in the order of the needs' numbers; an entry may be null
 * @param followUps likewise
 */
public record Said(
        List<String> attendees,
        List<String> topics,
        String feedback,
        List<String> needs,
        List<String> followUps) {}
