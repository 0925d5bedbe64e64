package io.guanxi.local.demo;

import io.guanxi.local.Service;
import io.guanxi.local.Stack;
import io.guanxi.local.bank.Bank;
import java.util.ArrayList;
import java.util.List;

/** Requests and commands for whoever has just seen the demo. */
final class WhatToTry {
    private WhatToTry() {}

    static List<String> lines(Stack stack, Bank bank) {
        String rm = Visitor.someone(stack).rmId();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Where");
        for (Service service : Service.values()) {
            lines.add(
                    "  %-22s %s   (OpenAPI: /q/openapi, health: /q/health)"
                            .formatted(service.moduleName(), stack.url(service)));
        }
        lines.add("");
        lines.add("Try, in another window");
        lines.add("  TOKEN=$(./guanxi token --role rm --staff " + rm + ")");
        lines.add(curl(stack, Service.CLIENT, "/clients?limit=3"));
        lines.add(curl(stack, Service.VISIT, "/coverage?limit=3"));
        lines.add(
                curl(
                        stack,
                        Service.SCORING,
                        "/churn?risk=" + (bank.daysToTell() > 0 ? "HIGH" : "MEDIUM")));
        lines.add(
                "  curl -sN -H \"Authorization: Bearer $TOKEN\" %s/alerts/stream"
                        .formatted(stack.url(Service.NOTIFICATION)));
        lines.add("  ./guanxi tail alerts                # the alert topic, as it comes");
        if (bank.daysToTell() > 0) {
            lines.add(
                    "  ./guanxi clock advance 45d          # visits fall due: warnings, breaches, escalations");
        }
        lines.add("");
        lines.add(
                "Ctrl-C here (or ./guanxi down) stops everything; the data stays until ./guanxi reset.");
        return lines;
    }

    private static String curl(Stack stack, Service service, String path) {
        return "  curl -s -H \"Authorization: Bearer $TOKEN\" \"%s%s\""
                .formatted(stack.url(service), path);
    }
}
