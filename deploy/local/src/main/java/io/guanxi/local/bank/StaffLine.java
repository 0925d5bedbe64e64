package io.guanxi.local.bank;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** One line of POST /staff/imports. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StaffLine(
        String id,
        String staffNo,
        String name,
        String unitId,
        String supervisorId,
        List<String> roles,
        String track,
        String bookType,
        String grade,
        Integer capacity) {}
