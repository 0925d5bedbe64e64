package io.guanxi.kit.service.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.guanxi.kit.eventsourcing.Consumers;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What the framework throws, as problems: no answer leaves without a code. */
public class FrameworkProblems {
    private static final Logger LOG = Logger.getLogger(FrameworkProblems.class);
    private static final Map<Integer, Problem> PLAIN =
            Map.of(
                    400, Problem.badRequest("request.malformed", "The request is malformed."),
                    401, unauthenticated(),
                    403, forbidden(),
                    404, Problem.of(404, "path.unknown", "Nothing is served at this address."),
                    405, Problem.of(405, "method.not-allowed", "Not with this method."),
                    406, Problem.of(406, "type.not-acceptable", "Not in a type you accept."),
                    413, Problem.tooLarge("body.too-large", "The body is too large."),
                    415, Problem.of(415, "type.unsupported", "Not with this type of content."));

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final ProblemAnswers answers;
    private final Strangers strangers;
    private final RoutingContext http;

    FrameworkProblems(ProblemAnswers answers, Strangers strangers, RoutingContext http) {
        this.answers = answers;
        this.strangers = strangers;
        this.http = http;
    }

    @ServerExceptionMapper
    public Response unauthorized(UnauthorizedException thrown) {
        return stranger();
    }

    @ServerExceptionMapper
    public Response failed(AuthenticationFailedException thrown) {
        return stranger();
    }

    @ServerExceptionMapper
    public Response incomplete(AuthenticationCompletionException thrown) {
        return stranger();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException thrown) {
        return answers.answer(forbidden());
    }

    @ServerExceptionMapper
    public Response mismatch(MismatchedInputException wrong) {
        return answers.answer(JsonProblems.of(wrong));
    }

    @ServerExceptionMapper
    public Response excess(StreamConstraintsException tooMuch) {
        return answers.answer(JsonProblems.of(tooMuch));
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException invalid) {
        return ViolationProblems.of(invalid)
                .map(answers::answer)
                .orElseGet(() -> unexpected(invalid));
    }

    @ServerExceptionMapper
    public Response framework(WebApplicationException thrown) {
        Throwable cause = thrown.getCause();
        if (cause instanceof Problem problem) {
            return answers.answer(problem);
        }
        if (cause instanceof JsonProcessingException json
                && !(json instanceof InvalidDefinitionException)) {
            return answers.answer(JsonProblems.of(json));
        }
        int status = thrown.getResponse().getStatus();
        if (thrown instanceof UnknownPath path) {
            return answers.answer(Problem.notFound(Things.unknown(path.parameter())));
        }
        if (status < 400) {
            return thrown.getResponse();
        }
        if (status >= 500 && status != 503) {
            return unexpected(thrown);
        }
        Problem problem =
                PLAIN.getOrDefault(
                        status, Problem.of(status, "http." + status, "The request was refused."));
        Response.ResponseBuilder answer = answers.builder(problem);
        String allow = thrown.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allow == null ? answer.build() : answer.header(HttpHeaders.ALLOW, allow).build();
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof Problem problem) {
                return answers.answer(problem);
            }
            if (t instanceof HttpClosedException) {
                LOG.debug("A caller hung up, or was cut off");
                return answers.answer(PLAIN.get(400));
            }
            if (t instanceof Consumers.KafkaAway) {
                return answers.answer(
                        Problem.of(503, "kafka.unavailable", "Kafka cannot be reached."));
            }
            if (Outages.isOutage(t)) {
                LOG.warnf("The database is away: %s", t.getClass().getSimpleName());
                return answers.answer(CommandProblems.unavailable());
            }
        }
        LOG.error("A request failed unexpectedly", thrown);
        return answers.answer(
                Problem.of(500, "internal", "Something went wrong here; it has been logged."));
    }

    private Response stranger() {
        return answers.answer(
                strangers.mayFail(http) ? unauthenticated() : Problem.tooFast(A_MOMENT));
    }

    private static Problem unauthenticated() {
        return Problem.of(401, "token.invalid", "There is no bearer token, or it is not valid.");
    }

    private static Problem forbidden() {
        return Problem.forbidden("role.too-small", "Your roles do not allow this.");
    }
}
