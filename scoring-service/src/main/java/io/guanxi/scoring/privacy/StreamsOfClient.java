package io.guanxi.scoring.privacy;

import io.guanxi.kit.service.personal.ClientStreams;
import io.guanxi.scoring.churn.Churn;
import io.guanxi.scoring.tiers.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;

/** The client's tiers and churn risks as they were told. */
@ApplicationScoped
class StreamsOfClient implements ClientStreams {

    @Override
    public List<EventStream> of(Connection connection, UUID clientId, int most) {
        return List.of(
                new EventStream(Standing.AGGREGATE, Standing.stream(clientId)),
                new EventStream(Churn.AGGREGATE, Churn.stream(clientId)));
    }
}
