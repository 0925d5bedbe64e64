package io.guanxi.kit.service.http;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What bean validation found wrong with a request. */
public final class ViolationProblems {
    private ViolationProblems() {}

    /** The problem; empty when it was our own answer that is invalid. */
    public static Optional<Problem> of(ConstraintViolationException invalid) {
        List<FieldError> errors = new ArrayList<>();
        for (ConstraintViolation<?> violation : invalid.getConstraintViolations()) {
            for (Path.Node node : violation.getPropertyPath()) {
                if (node.getKind() == ElementKind.RETURN_VALUE) {
                    return Optional.empty();
                }
            }
            errors.add(new FieldError(place(violation), violation.getMessage()));
        }
        errors.sort(Comparator.comparing(FieldError::pointer));
        boolean allInAddress = errors.stream().allMatch(each -> each.pointer().startsWith("?"));
        return Optional.of(
                Problem.badRequest(
                        allInAddress ? "parameter.invalid" : "field.invalid",
                        "The request does not have the form this operation takes.",
                        errors.toArray(FieldError[]::new)));
    }

    private static String place(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        boolean address = false;
        Path.MethodNode method = null;
        for (Path.Node node : violation.getPropertyPath()) {
            switch (node.getKind()) {
                case METHOD -> method = node.as(Path.MethodNode.class);
                case PARAMETER ->
                        address = inAddress(violation, method, node.as(Path.ParameterNode.class));
                default -> step(pointer, node);
            }
            if (node.getKind() == ElementKind.PARAMETER && address) {
                pointer.append('/').append(node.getName());
            }
        }
        return address ? "?" + pointer.substring(pointer.lastIndexOf("/") + 1) : pointer.toString();
    }

    private static void step(StringBuilder pointer, Path.Node node) {
        if (node.isInIterable()) {
            Object at = node.getIndex() == null ? node.getKey() : node.getIndex();
            if (at != null) {
                pointer.append('/').append(at);
            }
        }
        boolean named = node.getName() != null && !node.getName().startsWith("<");
        if (named && node.getKind() != ElementKind.CONTAINER_ELEMENT) {
            pointer.append('/').append(node.getName());
        }
    }

    /** What is intercepted is a subclass, made without the annotations of its parameters. */
    private static boolean inAddress(
            ConstraintViolation<?> violation, Path.MethodNode node, Path.ParameterNode parameter) {
        Class<?>[] types = node.getParameterTypes().toArray(Class<?>[]::new);
        for (Class<?> each = violation.getRootBeanClass();
                each != null;
                each = each.getSuperclass()) {
            if (declared(each, node.getName(), types)
                    .map(method -> method.getParameters()[parameter.getParameterIndex()])
                    .filter(ViolationProblems::fromAddress)
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static boolean fromAddress(Parameter parameter) {
        return parameter.isAnnotationPresent(QueryParam.class)
                || parameter.isAnnotationPresent(PathParam.class)
                || parameter.isAnnotationPresent(BeanParam.class);
    }

    private static Optional<Method> declared(Class<?> type, String name, Class<?>... parameters) {
        try {
            return Optional.of(type.getDeclaredMethod(name, parameters));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }
}
