package io.guanxi.kit.service.personal;

import io.guanxi.kit.eventsourcing.Decider;
import io.guanxi.kit.eventsourcing.Decision;
import io.guanxi.kit.service.personal.MemoryEvent.ClientForgotten;
import java.util.List;
import java.util.UUID;

/** A person is forgotten once; to be told again changes nothing. */
final class MemoryDecider implements Decider<MemoryDecider.Forget, Memory, MemoryEvent> {

    record Forget(UUID clientId, List<String> stores) {}

    @Override
    public Memory initialState() {
        return new Memory.Remembered();
    }

    @Override
    public Decision<MemoryEvent> decide(Forget command, Memory memory) {
        return switch (memory) {
            case Memory.Forgotten _ -> Decision.accept();
            case Memory.Remembered _ ->
                    Decision.accept(new ClientForgotten(command.clientId(), command.stores()));
        };
    }

    @Override
    public Memory evolve(Memory memory, MemoryEvent event) {
        return switch (event) {
            case ClientForgotten(var clientId, _) -> new Memory.Forgotten(clientId);
        };
    }
}
