package io.guanxi.notification.alert;

import io.guanxi.contracts.alerts.AlertState;
import io.guanxi.contracts.alerts.Severity;
import java.util.UUID;

/** Which alerts are asked for; what is null does not matter. */
record AlertFilter(
        AlertState state, Severity severity, String kind, String recipient, UUID client) {}
