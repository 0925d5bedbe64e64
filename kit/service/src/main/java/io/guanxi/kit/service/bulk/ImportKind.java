package io.guanxi.kit.service.bulk;

/** What the lines of an import bring: things with events, or plain rows. */
public sealed interface ImportKind permits BulkKind, RowKind {

    /** As the address has it: {@code clients} for {@code /clients/imports}. */
    String name();
}
