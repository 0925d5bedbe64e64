package io.guanxi.scoring.activity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.guanxi.contracts.activity.ActivityFact;
import io.guanxi.kit.eventsourcing.Json;
import java.io.IOException;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads one line, strictly: what is not understood is rejected and listed, never guessed. */
final class FactReader {
    private static final ObjectReader READER = strict().readerFor(ActivityFact.class);

    private final FactRules rules;

    FactReader(FactRules rules) {
        this.rules = rules;
    }

    private static ObjectMapper strict() {
        return Json.MAPPER
                .copy()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** Hands the line on as a fact, or as a rejection. */
    <T> T read(byte[] line, Function<IncomingFact, T> taken, Function<Rejection, T> rejected) {
        try {
            ActivityFact fact = READER.readValue(line);
            if (fact == null) {
                return rejected.apply(Rejection.malformed("", "A line is one JSON object."));
            }
            return rules.broken(fact)
                    .map(rejected)
                    .orElseGet(
                            () -> taken.apply(new IncomingFact(fact, FactDigest.of(fact), line)));
        } catch (UnrecognizedPropertyException e) {
            return rejected.apply(Rejection.malformed(pointer(e), "There is no such field."));
        } catch (JsonMappingException e) {
            return rejected.apply(Rejection.malformed(pointer(e), "The value does not fit."));
        } catch (JsonProcessingException e) {
            return rejected.apply(Rejection.malformed("", "The line is not JSON."));
        } catch (IOException e) {
            return rejected.apply(Rejection.malformed("", "The line is not UTF-8."));
        }
    }

    private static String pointer(JsonMappingException problem) {
        return problem.getPath().stream()
                .map(
                        step ->
                                "/"
                                        + (step.getFieldName() == null
                                                ? step.getIndex()
                                                : step.getFieldName()))
                .collect(Collectors.joining());
    }
}
