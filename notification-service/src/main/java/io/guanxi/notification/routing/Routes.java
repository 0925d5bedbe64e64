package io.guanxi.notification.routing;

import io.guanxi.contracts.alerts.Severity;
import java.util.List;
import java.util.Map;

/** The setting {@code routes}: per kind of alert how severe it is and who is told at once. */
public record Routes(Map<String, List<Route>> kinds, List<Route> otherwise) {

    public Routes {
        kinds = Map.copyOf(kinds);
        otherwise = List.copyOf(otherwise);
    }

    /**
     * One rule; the first that fits counts.
     *
     * @param bands for which clients; empty: for all
     */
    public record Route(List<Band> bands, Severity severity, List<Level> to) {
        public Route {
            bands = bands == null ? List.of() : List.copyOf(bands);
            to = List.copyOf(to);
        }

        boolean fits(Band band) {
            return bands.isEmpty() || bands.contains(band);
        }
    }

    /** The rule for an alert; the settings' schema asks for one that always fits. */
    public Route of(String kind, Band band) {
        return kinds.getOrDefault(kind, otherwise).stream()
                .filter(route -> route.fits(band))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The setting routes misses " + kind));
    }
}
