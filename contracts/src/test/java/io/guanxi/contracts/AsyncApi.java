package io.guanxi.contracts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** The AsyncAPI 3 document: topics, keys, headers, messages, and who sends and receives. */
final class AsyncApi {
    private static final Map<String, String> OWNERS =
            Map.of(
                    Topics.DIRECTORY, "client-service",
                    Topics.CLIENTS, "client-service",
                    Topics.VISITS, "visit-service",
                    Topics.SCORES, "scoring-service",
                    Topics.ALERTS, "notification-service");
    private static final String KEY =
            "The UUID as 36 lower-case characters: the client's id where the event is about a"
                    + " client, else the stream id of its subject.";

    private AsyncApi() {}

    static ObjectNode document() {
        ObjectNode api = node().put("asyncapi", "3.0.0");
        api.putObject("info")
                .put("title", "Guanxi")
                .put("version", "1.0.0")
                .put("description", promise());
        api.put("defaultContentType", "application/json");
        api.set("channels", channels());
        api.set("operations", operations());
        ObjectNode components = api.putObject("components");
        components.set("messages", messages());
        components.putObject("messageTraits").set("cloudEvents", cloudEvents());
        return api;
    }

    private static String promise() {
        return "Per partition, first occurrences arrive in rising ce_sequence; numbers may be"
                + " missing; repeats are possible and identical within one contract version. Topics"
                + " keep everything and hold no personal data, so a new consumer starts at offset"
                + " 0. Read with isolation.level=read_committed.";
    }

    private static ObjectNode channels() {
        ObjectNode channels = node();
        Topics.contracts()
                .forEach((topic, types) -> channels.set(name(topic), channel(topic, types)));
        ObjectNode activity = node().put("address", Topics.ACTIVITY);
        activity.put(
                "description", "Inbound: facts from core banking, without CloudEvents headers.");
        activity.putObject("messages").set("activity-fact.v1", ref("messages", "activity-fact.v1"));
        activity.set("bindings", partitions(Topics.ACTIVITY));
        channels.set(name(Topics.ACTIVITY), activity);
        return channels;
    }

    private static ObjectNode channel(String topic, List<Class<? extends Record>> types) {
        ObjectNode channel = node().put("address", topic);
        ObjectNode messages = channel.putObject("messages");
        types.forEach(type -> messages.set(file(type), ref("messages", file(type))));
        channel.set("bindings", partitions(topic));
        return channel;
    }

    private static ObjectNode partitions(String topic) {
        ObjectNode bindings = node();
        bindings.putObject("kafka")
                .put("topic", topic)
                .put("partitions", Topics.PARTITIONS)
                .put("bindingVersion", "0.5.0");
        return bindings;
    }

    private static ObjectNode operations() {
        ObjectNode operations = node();
        OWNERS.keySet().stream()
                .sorted()
                .forEach(
                        topic ->
                                operations.set(
                                        "publish-" + name(topic),
                                        operation("send", topic, "Sent by " + OWNERS.get(topic))));
        operations.set(
                "take-in-activity",
                operation("receive", Topics.ACTIVITY, "Received by scoring-service"));
        return operations;
    }

    private static ObjectNode operation(String action, String topic, String summary) {
        ObjectNode operation = node().put("action", action).put("summary", summary);
        operation.set("channel", node().put("$ref", "#/channels/" + name(topic)));
        return operation;
    }

    private static ObjectNode messages() {
        ObjectNode messages = node();
        for (Class<? extends Record> type : Contract.all()) {
            ObjectNode message =
                    node().put("name", Contract.ceType(type))
                            .put("title", Contract.eventType(type).name())
                            .put("summary", Contract.eventType(type).description())
                            .put("contentType", "application/json");
            message.set("payload", payload(file(type)));
            message.putArray("traits").add(ref("messageTraits", "cloudEvents"));
            messages.set(file(type), message);
        }
        messages.set("activity-fact.v1", activityFact());
        return messages;
    }

    private static ObjectNode activityFact() {
        ObjectNode message =
                node().put("name", "activity-fact")
                        .put("summary", "One fact about a client, from another system.")
                        .put("contentType", "application/json");
        message.set("payload", payload("activity-fact.v1"));
        message.set("bindings", key("The client's id, or system:value."));
        return message;
    }

    private static ObjectNode payload(String file) {
        ObjectNode payload =
                node().put("schemaFormat", "application/schema+json;version=draft-2020-12");
        payload.set("schema", node().put("$ref", "schemas/" + file + ".json"));
        return payload;
    }

    private static ObjectNode cloudEvents() {
        ObjectNode trait = node();
        ObjectNode headers = trait.putObject("headers").put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        ArrayNode required = headers.putArray("required");
        header(properties, CloudEventsHeaders.SPEC_VERSION, "const", "1.0");
        header(properties, CloudEventsHeaders.ID, "format", "uuid");
        header(properties, CloudEventsHeaders.TYPE, "pattern", "^io\\.guanxi\\.[a-z-]+\\.v\\d+$");
        header(properties, CloudEventsHeaders.SOURCE, "pattern", "^/guanxi/[a-z-]+$");
        header(properties, CloudEventsHeaders.SUBJECT, "format", "uuid");
        header(properties, CloudEventsHeaders.TIME, "format", "date-time");
        header(properties, CloudEventsHeaders.RECORDED_AT, "format", "date-time");
        header(properties, CloudEventsHeaders.SEQUENCE, "pattern", "^\\d{19}$");
        properties.fieldNames().forEachRemaining(required::add);
        header(properties, CloudEventsHeaders.TRACEPARENT, "description", "W3C trace context.");
        header(properties, CloudEventsHeaders.CONTENT_TYPE, "const", "application/json");
        trait.set("bindings", key(KEY));
        return trait;
    }

    private static ObjectNode key(String description) {
        ObjectNode bindings = node();
        ObjectNode kafka = bindings.putObject("kafka").put("bindingVersion", "0.5.0");
        kafka.putObject("key").put("type", "string").put("description", description);
        return bindings;
    }

    private static void header(ObjectNode properties, String name, String rule, String value) {
        properties.putObject(name).put("type", "string").put(rule, value);
    }

    static String file(Class<?> contract) {
        EventType type = Contract.eventType(contract);
        return type.name() + ".v" + type.version();
    }

    private static String name(String topic) {
        return topic.substring(topic.indexOf('.') + 1);
    }

    private static ObjectNode ref(String section, String name) {
        return node().put("$ref", "#/components/" + section + "/" + name);
    }

    private static ObjectNode node() {
        return PublicJson.MAPPER.createObjectNode();
    }
}
