package io.guanxi.kit.service.openapi;

import io.guanxi.kit.service.http.Csv;
import io.guanxi.kit.service.http.Problem;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The problems an operation may answer, each with the codes that come with it. */
final class CommonProblems {
    private static final String TYPE = "application/problem+json";
    private static final Pattern ID = Pattern.compile("\\{(\\w+)Id}");

    private CommonProblems() {}

    static void addTo(String path, HttpMethod method, Operation operation, List<String> refusals) {
        codes(path, method, operation)
                .forEach((status, codes) -> add(operation, status, codes, refusals));
    }

    private static Map<String, List<String>> codes(
            String path, HttpMethod method, Operation operation) {
        Map<String, List<String>> codes = new TreeMap<>();
        codes.put("400", List.of("parameter.invalid", "parameter.unknown", "cursor.invalid"));
        codes.put("401", List.of("token.invalid"));
        codes.put("403", List.of("role.too-small"));
        codes.put("405", List.of("method.not-allowed"));
        codes.put("406", List.of("type.not-acceptable"));
        codes.put("414", List.of("address.too-long"));
        codes.put("429", List.of("rate.exceeded"));
        codes.put("500", List.of("internal"));
        codes.put("503", List.of("busy", "store.unavailable"));
        if (path.contains("{")) {
            codes.put("404", unknown(path));
        }
        if (method != HttpMethod.GET) {
            codes.put("409", List.of("conflict.retry", "id.taken"));
            codes.put("412", List.of("version.stale"));
            codes.put("422", List.of("idempotency.mismatch"));
        }
        if (operation.getRequestBody() != null) {
            codes.put(
                    "400",
                    List.of(
                            "field.invalid",
                            "field.unknown",
                            "json.malformed",
                            "json.excessive",
                            "body.missing",
                            "encoding.malformed",
                            "parameter.invalid",
                            "parameter.unknown",
                            "idempotency.key-invalid",
                            "if-match.invalid"));
            if (takesCsv(operation)) {
                add(codes, "400", "csv.heading-invalid", "csv.malformed");
            }
            codes.put("408", List.of("body.incomplete"));
            codes.put("413", List.of("body.too-large", "line.too-long"));
            codes.put("415", List.of("type.unsupported", "encoding.unsupported"));
        }
        return codes;
    }

    private static boolean takesCsv(Operation operation) {
        Content content = operation.getRequestBody().getContent();
        return content != null && content.hasMediaType(Csv.TYPE);
    }

    private static void add(Map<String, List<String>> codes, String status, String... more) {
        codes.merge(
                status,
                List.of(more),
                (some, others) -> Stream.concat(some.stream(), others.stream()).toList());
    }

    /**
     * By the convention of unknown ids: {@code /visits/{id}} answers {@code visit.unknown}, {@code
     * /coverage/{clientId}} also {@code client.unknown}.
     */
    private static List<String> unknown(String path) {
        String before = path.substring(0, path.indexOf("/{"));
        Set<String> things = new LinkedHashSet<>();
        things.add(one(before.substring(before.lastIndexOf('/') + 1)));
        ID.matcher(path).results().forEach(parameter -> things.add(parameter.group(1)));
        if (path.endsWith("/approval")) {
            things.add("approval");
        }
        return things.stream().map(thing -> thing + ".unknown").toList();
    }

    private static String one(String things) {
        return things.endsWith("ies")
                ? things.substring(0, things.length() - 3) + "y"
                : things.replaceAll("s$", "");
    }

    private static void add(
            Operation operation, String status, List<String> codes, List<String> refusals) {
        APIResponse known = operation.getResponses().getAPIResponse(status);
        if (known != null && known.getContent() != null) {
            return;
        }
        String own =
                known == null || known.getDescription() == null
                        ? ""
                        : known.getDescription() + "; ";
        String named =
                own + String.join(", ", codes.stream().map(code -> "`" + code + "`").toList());
        String text =
                status.equals("409") && !refusals.isEmpty()
                        ? String.join("; ", refusals) + "; " + named
                        : named;
        operation
                .getResponses()
                .addAPIResponse(
                        status,
                        OASFactory.createAPIResponse()
                                .description(
                                        Problem.titleOf(Integer.parseInt(status)) + ": " + text)
                                .content(
                                        OASFactory.createContent()
                                                .addMediaType(
                                                        TYPE,
                                                        OASFactory.createMediaType()
                                                                .schema(ProblemSchemas.problem())
                                                                .example(
                                                                        example(
                                                                                status,
                                                                                codes
                                                                                        .getFirst())))));
    }

    private static Map<String, Object> example(String status, String code) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "urn:guanxi:problem:" + code);
        example.put("title", Problem.titleOf(Integer.parseInt(status)));
        example.put("status", Integer.valueOf(status));
        example.put("code", code);
        example.put("traceId", "0af7651916cd43dd8448eb211c80319c");
        return example;
    }
}
