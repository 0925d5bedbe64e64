package io.guanxi.visit.privacy;

import io.guanxi.kit.service.book.BreakGlassProjection;
import jakarta.enterprise.context.ApplicationScoped;

/** What was said in visits is personal, so break-glass counts here as well. */
@ApplicationScoped
public class OpenedClients extends BreakGlassProjection {}
