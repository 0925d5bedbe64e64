package io.guanxi.kit.service.http;

import io.guanxi.kit.eventsourcing.CommandRefused;
import io.guanxi.kit.eventsourcing.StoreException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What the store and the rules say, as problems. */
public class CommandProblems {
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final ProblemAnswers answers;

    CommandProblems(ProblemAnswers answers) {
        this.answers = answers;
    }

    @ServerExceptionMapper
    public Response problem(Problem problem) {
        return answers.answer(problem);
    }

    @ServerExceptionMapper
    public Response refused(CommandRefused refused) {
        return answers.answer(
                Problem.conflict(refused.refusal().code(), refused.refusal().detail()));
    }

    @ServerExceptionMapper
    public Response store(StoreException failure) {
        return answers.answer(of(failure));
    }

    /** What went wrong in the store, as the answer would say it; for answers line by line. */
    public static Problem of(StoreException failure) {
        return switch (failure) {
            case StoreException.VersionStale stale ->
                    Problem.of(
                            412,
                            "version.stale",
                            "It was changed meanwhile; read it again. " + stale.getMessage());
            case StoreException.LostRace lost ->
                    Problem.conflict("conflict.retry", lost.getMessage());
            case StoreException.IdempotencyMismatch mismatch ->
                    Problem.unprocessable("idempotency.mismatch", mismatch.getMessage());
            case StoreException.WrongKind _ ->
                    Problem.conflict("id.taken", "The id is already used by something else.");
            case StoreException.Busy _ -> Problem.busy(A_MOMENT);
            case StoreException.Unavailable _ -> unavailable();
        };
    }

    static Problem unavailable() {
        return Problem.of(
                503,
                "store.unavailable",
                "The database cannot be reached; whether it was stored is not known. Repeat with"
                        + " the same key or id.");
    }
}
