package io.guanxi.client.setting;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.client.setting.SettingCommand.ChangeSetting;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.CommandOutcome;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Past;
import io.guanxi.kit.eventsourcing.Recorded;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.kit.service.approval.ApprovalBody;
import io.guanxi.kit.service.approval.ApprovalCard;
import io.guanxi.kit.service.approval.ApprovalState;
import io.guanxi.kit.service.approval.FourEyes;
import io.guanxi.kit.service.http.FieldError;
import io.guanxi.kit.service.http.Page;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.past.Changes;
import io.guanxi.kit.service.past.ChangesQuery;
import io.guanxi.kit.service.past.FieldChange;
import io.guanxi.kit.service.past.HistoryEntry;
import io.guanxi.kit.service.security.Role;
import io.guanxi.kit.service.settings.Settings;
import io.guanxi.kit.service.settings.SettingsDocument;
import io.guanxi.kit.service.settings.SettingsSchemas;
import io.guanxi.kit.service.settings.SettingsTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Changes settings: one person asks, another allows, and every service hears of it. */
@ApplicationScoped
class SettingChanging {
    private static final String KIND = "setting";

    private final EventStore store;
    private final Settings settings;
    private final SettingsTable table;
    private final FourEyes approvals;

    SettingChanging(EventStore store, Settings settings, SettingsTable table, FourEyes approvals) {
        this.store = store;
        this.settings = settings;
        this.table = table;
        this.approvals = approvals;
    }

    static String thing(String name) {
        return "/settings/" + name;
    }

    /** The document in force and the stream's version; 404 for a name that is no setting. */
    Session.Loaded<SettingCard> find(String name) {
        return find(name, Past.NOW);
    }

    /** The document that was in force, and the change that waited then. */
    Session.Loaded<SettingCard> find(String name, Past past) {
        require(name);
        SettingsDocument builtIn = settings.builtIn(name);
        Session.Loaded<Setting> setting =
                store.load(SettingStream.SETTING, SettingStream.of(name), past);
        ApprovalCard waiting =
                approvals
                        .last(thing(name), past)
                        .filter(card -> card.state() == ApprovalState.PENDING)
                        .orElse(null);
        SettingCard card =
                switch (setting.state()) {
                    case Setting.BuiltIn _ ->
                            new SettingCard(name, builtIn.version(), builtIn.document(), waiting);
                    case Setting.Changed(var version, var document) ->
                            new SettingCard(name, version, document, waiting);
                };
        return new Session.Loaded<>(card, setting.version());
    }

    /** The fields that differ between two instants. */
    Changes changes(String name, ChangesQuery query) {
        return new Changes(
                FieldChange.between(
                        find(name, query.before()).state(), find(name, query.after()).state()));
    }

    /** A page of what was recorded; of a setting as it was built in, nothing. */
    Page<HistoryEntry> history(String name, Paging paging) {
        require(name);
        return HistoryEntry.page(store, SettingStream.SETTING, SettingStream.of(name), paging);
    }

    /** All versions, the one built in first. */
    List<SettingCard.Version> versions(String name) {
        require(name);
        SettingsDocument first = settings.builtIn(name);
        List<SettingCard.Version> versions = new ArrayList<>();
        versions.add(new SettingCard.Version(first.version(), null, null, first.document()));
        for (Recorded<SettingEvent> recorded :
                store.read(SettingStream.SETTING, SettingStream.of(name), 0)) {
            if (recorded.event() instanceof SettingEvent.SettingChanged changed) {
                versions.add(
                        new SettingCard.Version(
                                changed.version(),
                                recorded.occurredAt(),
                                recorded.actor(),
                                changed.document()));
            }
        }
        return versions;
    }

    CommandOutcome ask(String name, JsonNode document, CommandContext context) {
        require(name);
        List<FieldError> wrong = SettingsSchemas.violations(name, document);
        if (!wrong.isEmpty()) {
            throw Problem.badRequest(
                    "setting.schema",
                    "The document does not have the form this setting takes.",
                    wrong.stream()
                            .map(e -> new FieldError("/document" + e.pointer(), e.message()))
                            .toArray(FieldError[]::new));
        }
        UUID stream = SettingStream.of(name);
        return store.execute(
                context,
                stream,
                session -> {
                    int version = session.load(SettingStream.SETTING, stream).version();
                    session.guard(SettingStream.SETTING, stream);
                    approvals.ask(
                            session,
                            new FourEyes.Ask(
                                    KIND,
                                    thing(name),
                                    null,
                                    null,
                                    Set.of(Role.ADMIN),
                                    version,
                                    document));
                });
    }

    CommandOutcome decide(String name, ApprovalBody body, CommandContext context) {
        require(name);
        UUID stream = SettingStream.of(name);
        CommandOutcome outcome =
                store.execute(
                        context,
                        stream,
                        session -> {
                            int version = session.load(SettingStream.SETTING, stream).version();
                            session.guard(SettingStream.SETTING, stream);
                            approvals.decide(
                                    session,
                                    thing(name),
                                    body,
                                    version,
                                    document ->
                                            session.execute(
                                                    SettingStream.SETTING,
                                                    stream,
                                                    change(name, document)));
                        });
        table.refresh();
        return outcome;
    }

    CommandOutcome withdraw(String name, CommandContext context) {
        require(name);
        UUID stream = SettingStream.of(name);
        return store.execute(
                context,
                stream,
                session -> {
                    session.guard(SettingStream.SETTING, stream);
                    approvals.withdraw(session, thing(name));
                });
    }

    private ChangeSetting change(String name, JsonNode document) {
        SettingsDocument builtIn = settings.builtIn(name);
        return new ChangeSetting(
                name,
                document,
                builtIn.document(),
                builtIn.version(),
                SettingsSchemas.violations(name, document).isEmpty());
    }

    private static void require(String name) {
        if (!SettingsSchemas.names().contains(name)) {
            throw Problem.notFound(SettingRefusal.UNKNOWN.code());
        }
    }
}
