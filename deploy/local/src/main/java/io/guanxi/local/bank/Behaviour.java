package io.guanxi.local.bank;

/** What a generated client does lately; it decides the churn risk that the scores will find. */
enum Behaviour {
    /** Comes as often as ever. */
    STEADY,
    /** Comes more rarely and brings in less. */
    SLOWING,
    /** Has stopped coming. */
    LEAVING,
    /** Came for the first time less than 90 days ago. */
    NEW,
    /** Is on the books, but nothing was ever recorded. */
    SILENT;

    /** The size rank spreads every behaviour over all sizes, so that every tier has all of them. */
    static Behaviour of(int rank, int clients, int leavingEvery) {
        if (rank % leavingEvery == 5) {
            return LEAVING;
        }
        if (rank % 13 == 3) {
            return SLOWING;
        }
        if (rank % 61 == 7) {
            return NEW;
        }
        if (rank % 53 == 11 && rank > clients / 3) {
            return SILENT;
        }
        return STEADY;
    }
}
