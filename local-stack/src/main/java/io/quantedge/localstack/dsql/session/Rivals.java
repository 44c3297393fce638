package io.quantedge.localstack.dsql.session;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which transactions were seen in each other's way. The locks alone do not tell it when the first
 * committer leaves no trace in the rows, as with FOR KEY SHARE. Thread-safe.
 */
final class Rivals {
  private final Map<Block, Set<Block>> pairs = new HashMap<>();

  synchronized void pair(Block one, Block other) {
    pairs.computeIfAbsent(one, ignored -> new HashSet<>()).add(other);
    pairs.computeIfAbsent(other, ignored -> new HashSet<>()).add(one);
  }

  /** The first committer wins: ends its pairs and dooms the others of them. */
  synchronized void committed(Block winner) {
    remove(winner).forEach(Block::doom);
  }

  /** One that rolls back takes nobody with it. */
  synchronized void forget(Block block) {
    remove(block);
  }

  private Set<Block> remove(Block block) {
    Set<Block> others = pairs.remove(block);
    if (others == null) {
      return Set.of();
    }
    for (Block other : others) {
      Set<Block> rest = pairs.get(other);
      if (rest != null && rest.remove(block) && rest.isEmpty()) {
        pairs.remove(other);
      }
    }
    return others;
  }
}
