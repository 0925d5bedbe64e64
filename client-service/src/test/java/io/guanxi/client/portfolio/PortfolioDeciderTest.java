package io.guanxi.client.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.client.client.ClientRefusal;
import io.guanxi.client.portfolio.PortfolioCommand.GiveUp;
import io.guanxi.client.portfolio.PortfolioCommand.TakeOn;
import io.guanxi.client.portfolio.PortfolioEvent.ClientsGivenUp;
import io.guanxi.client.portfolio.PortfolioEvent.ClientsTakenOn;
import io.guanxi.kit.testing.DeciderSpec;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PortfolioDeciderTest {
    private final DeciderSpec<PortfolioCommand, Portfolio, PortfolioEvent> book =
            DeciderSpec.of(new PortfolioDecider());

    @Test
    void PR_02_399_and_one_more_fit_400_and_one_more_do_not() {
        book.given(taken(0, 399)).when(takeOn(399, 1)).then(taken(399, 1));
        book.given(taken(0, 400)).when(takeOn(400, 1)).thenRefused(ClientRefusal.PORTFOLIO_FULL);
    }

    @Test
    void PR_02_a_whole_book_fits_at_once_and_one_more_does_not() {
        book.when(takeOn(0, 400)).then(taken(0, 400));
        book.when(takeOn(0, 401)).thenRefused(ClientRefusal.PORTFOLIO_FULL);
    }

    @Test
    void PR_02_a_client_held_already_takes_no_second_place() {
        book.given(taken(0, 400)).when(takeOn(0, 400)).thenNothing();
        book.given(taken(0, 399)).when(takeOn(398, 2)).then(taken(399, 1));
    }

    @Test
    void PR_02_a_client_given_up_makes_room() {
        book.given(taken(0, 400), new ClientsGivenUp("S-0001", clients(7, 1)))
                .when(takeOn(400, 1))
                .then(taken(400, 1));
    }

    @Test
    void gives_up_what_it_holds() {
        book.given(taken(0, 3))
                .when(new GiveUp("S-0001", clients(2, 2)))
                .then(new ClientsGivenUp("S-0001", clients(2, 1)));
        book.given(taken(0, 3)).when(new GiveUp("S-0001", clients(5, 2))).thenNothing();
    }

    @Test
    void counts_its_clients() {
        assertThat(book.given(taken(0, 12)).state().occupied()).isEqualTo(12);
    }

    private static TakeOn takeOn(int from, int count) {
        return new TakeOn("S-0001", clients(from, count), 400);
    }

    private static ClientsTakenOn taken(int from, int count) {
        return new ClientsTakenOn("S-0001", clients(from, count));
    }

    private static List<UUID> clients(int from, int count) {
        return LongStream.range(from, from + count).mapToObj(n -> new UUID(0, n)).toList();
    }
}
