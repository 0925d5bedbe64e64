package io.guanxi.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Under which licences the parts of a CycloneDX bill of materials come. */
final class Licences {

    /** What would bind the whole suite, or forbid a bank to run it. */
    private static final List<String> FORBIDDEN =
            List.of("AGPL", "SSPL", "BUSL", "COMMONS-CLAUSE", "ELASTIC-", "GPL-2.0", "GPL-3.0");

    /** These begin like a forbidden one and are none. */
    private static final List<String> ALLOWED =
            List.of("LGPL", "CLASSPATH", "UNIVERSAL-FOSS-EXCEPTION");

    private Licences() {}

    /** How many parts come under each. */
    static Map<String, Integer> counts(JsonNode bom) {
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonNode part : bom.path("components")) {
            counts.merge(String.join(" or ", new java.util.TreeSet<>(of(part))), 1, Integer::sum);
        }
        return counts;
    }

    /** Parts without a licence, and parts all of whose licences are forbidden. */
    static List<String> complaints(JsonNode bom) {
        List<String> complaints = new ArrayList<>();
        for (JsonNode part : bom.path("components")) {
            List<String> licences = of(part);
            String name =
                    part.path("group").asText()
                            + ":"
                            + part.path("name").asText()
                            + ":"
                            + part.path("version").asText();
            if (licences.isEmpty()) {
                complaints.add(name + " has no licence");
            } else if (licences.stream().allMatch(Licences::isForbidden)) {
                complaints.add(name + " comes under " + licences);
            }
        }
        if (bom.path("components").isEmpty()) {
            complaints.add("The bill of materials is empty");
        }
        return complaints;
    }

    private static boolean isForbidden(String licence) {
        String name = licence.toUpperCase(java.util.Locale.ROOT);
        return FORBIDDEN.stream().anyMatch(name::contains)
                && ALLOWED.stream().noneMatch(name::contains);
    }

    /** Whoever takes the part chooses one of them. */
    private static List<String> of(JsonNode part) {
        List<String> licences = new ArrayList<>();
        for (JsonNode each : part.path("licenses")) {
            String expression = each.path("expression").asText();
            JsonNode licence = each.path("license");
            String name =
                    !expression.isEmpty()
                            ? expression
                            : licence.path("id").asText(licence.path("name").asText());
            java.util.Arrays.stream(name.split(" OR "))
                    .filter(one -> !one.isBlank())
                    .forEach(licences::add);
        }
        return licences;
    }
}
