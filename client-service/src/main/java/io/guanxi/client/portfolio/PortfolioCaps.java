package io.guanxi.client.portfolio;

import io.guanxi.client.staff.BookType;
import java.util.Map;

/** PR-02, the setting {@code portfolio-caps}: how many clients a book of each type holds. */
public record PortfolioCaps(Map<BookType, Integer> caps) {

    /** Staff without a type of book keep a personal one. */
    public int capOf(BookType type) {
        return caps.get(type == null ? BookType.PERSONAL : type);
    }
}
