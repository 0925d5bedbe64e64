package io.guanxi.kit.service.approval;

import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.security.Caller;
import io.guanxi.kit.service.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which approvals the caller may see and decide. */
@ApplicationScoped
class ApprovalScope {

    /**
     * What the caller may see: the own requests, and what somebody with these roles in these units
     * may decide.
     */
    record Visible(boolean all, String personId, Set<String> roles, Set<String> unitIds) {
        boolean mayDecide(ApprovalTable.Found found) {
            return found.approverRoles().stream().anyMatch(roles::contains)
                    && (found.unitId() == null || unitIds.contains(found.unitId()));
        }

        boolean sees(ApprovalTable.Found found) {
            return all || personId.equals(found.card().requestedBy()) || mayDecide(found);
        }
    }

    private final Book book;
    private final Caller caller;

    ApprovalScope(Book book, Caller caller) {
        this.book = book;
        this.caller = caller;
    }

    Visible visible() {
        Set<Role> deciding = EnumSet.noneOf(Role.class);
        deciding.addAll(caller.roles());
        deciding.retainAll(List.of(Role.SUPERVISOR, Role.HEAD, Role.ADMIN));
        Set<String> roles = Set.copyOf(deciding.stream().map(Role::group).toList());
        return new Visible(caller.is(Role.AUDITOR), caller.id(), roles, book.scope().unitIds());
    }
}
