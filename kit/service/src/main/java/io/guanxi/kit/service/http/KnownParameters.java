package io.guanxi.kit.service.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestQuery;

/** Refuses query parameters that the operation does not have, and values nobody could store. */
@Provider
public class KnownParameters implements ContainerRequestFilter {
    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();
    private final ResourceInfo resource;

    KnownParameters(ResourceInfo resource) {
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        if (method == null || request.getUriInfo().getRequestUri().getRawQuery() == null) {
            return;
        }
        Set<String> names = known.computeIfAbsent(method, KnownParameters::namesOf);
        request.getUriInfo()
                .getQueryParameters()
                .forEach(
                        (name, values) -> {
                            if (!names.contains(name)) {
                                throw bad("parameter.unknown", name, "is not a parameter here");
                            }
                            if (!values.stream().allMatch(StrictText::storable)) {
                                throw bad("parameter.invalid", name, "holds what no text may");
                            }
                        });
    }

    private static Problem bad(String code, String name, String message) {
        return Problem.badRequest(
                code,
                "A parameter is not one that this operation takes.",
                FieldError.parameter(name, message));
    }

    private static Set<String> namesOf(Method method) {
        Set<String> names = new HashSet<>();
        for (Parameter parameter : method.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            RestQuery rest = parameter.getAnnotation(RestQuery.class);
            if (query != null) {
                names.add(query.value());
            } else if (rest != null) {
                names.add(rest.value().isEmpty() ? parameter.getName() : rest.value());
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                fields(parameter.getType(), names);
            }
        }
        return Set.copyOf(names);
    }

    private static void fields(Class<?> type, Set<String> names) {
        for (Class<?> t = type; t != null && t != Object.class; t = t.getSuperclass()) {
            for (Field field : t.getDeclaredFields()) {
                QueryParam query = field.getAnnotation(QueryParam.class);
                RestQuery rest = field.getAnnotation(RestQuery.class);
                if (query != null) {
                    names.add(query.value());
                } else if (rest != null) {
                    names.add(rest.value().isEmpty() ? field.getName() : rest.value());
                } else if (field.isAnnotationPresent(BeanParam.class)) {
                    fields(field.getType(), names);
                }
            }
        }
    }
}
