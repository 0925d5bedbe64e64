package io.guanxi.kit.eventsourcing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Keeps what was decided where an append would have stored it: in memory. */
final class StoreRehearsal implements Rehearsal {
    private record Key(String scope, String key) {}

    private final StoreSession.Source source;
    private final Codecs codecs;
    private final BiFunction<String, List<String>, Map<String, UUID>> holders;
    private final Map<UUID, OpenStream<?, ?>> decided = new HashMap<>();
    private final Map<Key, UUID> reserved = new HashMap<>();

    StoreRehearsal(
            StoreSession.Source source,
            Codecs codecs,
            BiFunction<String, List<String>, Map<String, UUID>> holders) {
        this.source = source;
        this.codecs = codecs;
        this.holders = holders;
    }

    @Override
    public void execute(CommandContext context, UUID mainStream, Consumer<Session> script) {
        StoreSession session = new StoreSession(context, mainStream, source, codecs, decided, true);
        script.accept(session);
        if (session.refused() != null) {
            throw session.refused().refusal();
        }
        Map<Key, UUID> taking = new HashMap<>();
        Map<String, List<Append.Reservation>> byScope =
                session.reservations().stream()
                        .collect(Collectors.groupingBy(Append.Reservation::scope));
        byScope.forEach((scope, asked) -> take(scope, asked, taking));
        reserved.putAll(taking);
        decided.putAll(session.streams());
    }

    private void take(String scope, List<Append.Reservation> asked, Map<Key, UUID> taking) {
        Map<String, UUID> held =
                holders.apply(scope, asked.stream().map(Append.Reservation::key).toList());
        for (Append.Reservation one : asked) {
            Key key = new Key(scope, one.key());
            UUID holder = reserved.getOrDefault(key, held.get(one.key()));
            if (holder != null && !holder.equals(one.owner())) {
                throw new CommandRefused(one.ifTaken());
            }
            taking.put(key, one.owner());
        }
    }

    @Override
    public void forget(Collection<UUID> streams) {
        decided.keySet().removeAll(streams);
    }
}
