package io.guanxi.client.setting;

import static io.guanxi.kit.eventsourcing.Decision.accept;
import static io.guanxi.kit.eventsourcing.Decision.refuse;

import io.guanxi.client.setting.Setting.BuiltIn;
import io.guanxi.client.setting.Setting.Changed;
import io.guanxi.client.setting.SettingCommand.ChangeSetting;
import io.guanxi.client.setting.SettingEvent.SettingChanged;
import io.guanxi.kit.eventsourcing.Decider;
import io.guanxi.kit.eventsourcing.Decision;

/** A setting's version rises by one with every change, from the one built in. */
public final class SettingDecider implements Decider<SettingCommand, Setting, SettingEvent> {

    @Override
    public Setting initialState() {
        return new BuiltIn();
    }

    @Override
    public Decision<SettingEvent> decide(SettingCommand command, Setting setting) {
        return switch (command) {
            case ChangeSetting change -> change(change, setting);
        };
    }

    private static Decision<SettingEvent> change(ChangeSetting command, Setting setting) {
        Changed current =
                switch (setting) {
                    case BuiltIn _ -> new Changed(command.builtInVersion(), command.builtIn());
                    case Changed changed -> changed;
                };
        if (!command.fits()) {
            return refuse(SettingRefusal.MISFIT);
        }
        return current.document().equals(command.document())
                ? refuse(SettingRefusal.UNCHANGED)
                : accept(
                        new SettingChanged(
                                command.name(), current.version() + 1, command.document()));
    }

    @Override
    public Setting evolve(Setting setting, SettingEvent event) {
        return switch (event) {
            case SettingChanged(_, var version, var document) -> new Changed(version, document);
        };
    }
}
