package io.guanxi.kit.service.http;

import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/**
 * Names the thing a path is about, by one convention: {@code {clientId}} is a client, {@code {id}}
 * after {@code /tier-runs} is a tier-run; the code of an unknown one is {@code client.unknown},
 * {@code tier-run.unknown}.
 */
final class Things {
    private Things() {}

    static String unknown(String parameter) {
        String thing = parameter;
        if (parameter.equals("id")) {
            thing = singular(segmentBefore("{id"));
        } else if (parameter.endsWith("Id")) {
            thing = parameter.substring(0, parameter.length() - 2);
        }
        return thing.toLowerCase(java.util.Locale.ROOT) + ".unknown";
    }

    private static String segmentBefore(String parameter) {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        String template = template(request);
        int at = template.indexOf(parameter);
        String before = at < 0 ? template : template.substring(0, at);
        String bare = before.replaceAll("/+$", "");
        String segment = bare.substring(bare.lastIndexOf('/') + 1);
        return segment.isEmpty() ? "thing" : segment;
    }

    private static String template(ResteasyReactiveRequestContext request) {
        if (request == null || request.getTarget() == null) {
            return "";
        }
        String onClass =
                request.getTarget().getClassPath() == null
                        ? ""
                        : request.getTarget().getClassPath().template;
        return onClass + "/" + request.getTarget().getPath().template;
    }

    static String singular(String segment) {
        if (segment.endsWith("ies")) {
            return segment.substring(0, segment.length() - 3) + "y";
        }
        return segment.endsWith("s") ? segment.substring(0, segment.length() - 1) : segment;
    }
}
