package io.guanxi.client.unit;

import java.util.List;

/**
 * The units above, from the parent upwards, as found when the command was made.
 *
 * @param complete false when the chain names a unit that does not exist
 */
public record Ancestry(List<String> chain, boolean complete) {
    /** Deeper trees are refused; head office, branch, sub-branch and team need four levels. */
    public static final int DEEPEST = 16;

    public static final Ancestry ROOT = new Ancestry(List.of(), true);

    public Ancestry {
        chain = List.copyOf(chain);
    }
}
