package io.guanxi.notification.sight;

import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.book.BookScope;
import io.guanxi.kit.service.security.Caller;
import io.guanxi.kit.service.security.EffectiveRoles;
import io.guanxi.kit.service.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;

/** Works out what somebody may see now. */
@ApplicationScoped
public class Sights {
    private final Book book;
    private final Caller caller;
    private final EffectiveRoles directory;

    Sights(Book book, Caller caller, EffectiveRoles directory) {
        this.book = book;
        this.caller = caller;
        this.directory = directory;
    }

    public Sight ofCaller() {
        return of(caller.id(), caller.roles());
    }

    /** Of a person behind a feed, whose request is long over: by the directory as it is now. */
    public Sight later(String personId, Set<Role> claimed) {
        return of(personId, directory.effective(personId, claimed));
    }

    private Sight of(String personId, Set<Role> roles) {
        boolean everything =
                roles.contains(Role.OPERATIONS)
                        || roles.contains(Role.SYSTEM)
                        || roles.contains(Role.AUDITOR);
        return new Sight(
                personId,
                everything,
                everything ? BookScope.EVERYTHING : book.scopeOf(personId, roles));
    }

    /** The clients that the caller looks after personally: the own portfolio and covers. */
    public BookScope ownBook() {
        return book.scopeOf(caller.id(), EnumSet.of(Role.RM));
    }
}
