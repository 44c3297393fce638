package io.quantedge.evaluator.kafka;

import io.quantedge.evaluator.application.PeerAddress;
import io.quantedge.evaluator.application.SlotOwners.Owner;
import io.quantedge.evaluator.application.SlotOwners.UnknownOwnersException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/**
 * Which member of the group owns which partition of the auction log, as the broker said at one
 * moment. Immutable.
 *
 * @param partitions how many the log has
 * @param clientIds of the owners, by partition; a partition without an owner is absent
 */
record GroupMembers(int partitions, Map<Integer, String> clientIds) {
  GroupMembers {
    clientIds = Map.copyOf(clientIds);
  }

  /** The partition to which a producer's default partitioner sends a key. */
  static int partitionOf(String key, int partitions) {
    return BuiltInPartitioner.partitionForKey(key.getBytes(StandardCharsets.UTF_8), partitions);
  }

  /** Where the owner of this partition answers. */
  Owner ownerOf(int partition) {
    String clientId = clientIds.get(partition);
    if (clientId == null) {
      return new Owner.Unknown("partition " + partition + " has no owner at the moment");
    }
    return PeerAddress.ofClientId(clientId)
        .<Owner>map(Owner.Elsewhere::new)
        .orElseGet(
            () -> new Owner.Unknown("the owner of partition " + partition + " tells no address"));
  }

  /** Where the owners of all partitions answer. */
  Set<PeerAddress> owners() throws UnknownOwnersException {
    Set<PeerAddress> owners = new HashSet<>();
    for (int partition = 0; partition < partitions; partition++) {
      switch (ownerOf(partition)) {
        case Owner.Elsewhere(PeerAddress address) -> owners.add(address);
        case Owner.Unknown(String cause) -> throw new UnknownOwnersException(cause);
        case Owner.Here ignored -> throw new IllegalStateException("the broker knows no 'here'");
      }
    }
    return owners;
  }
}
