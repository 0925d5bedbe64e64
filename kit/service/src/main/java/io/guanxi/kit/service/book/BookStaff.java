package io.guanxi.kit.service.book;

import java.time.LocalDate;
import java.util.Set;

/** A member of staff, as every service knows them. */
public record BookStaff(
        String staffId,
        String unitId,
        String supervisorId,
        Set<String> roles,
        String track,
        String bookType,
        String grade,
        Integer capacity,
        LocalDate qualifiedUntil,
        boolean active) {}
