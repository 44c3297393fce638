package io.quantedge.simulator.domain.check;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.simulator.domain.check.StoreAudit.Findings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The bid store against the log. */
public final class StoreChecks {
  private StoreChecks() {}

  /**
   * @param bySlot the findings of each slot
   */
  public static List<Check> of(Map<SlotId, Findings> bySlot) {
    Audit complete = new Audit("every acknowledged bid is in DynamoDB once");
    Audit nothingElse = new Audit("DynamoDB holds no bid that was not sent");
    bySlot.forEach((slotId, findings) -> {
      Optional<String> fault =
          Optional.of(slotId + ": " + findings.fault().orElse("nothing is known of it"));
      for (int i = 0; i < findings.expected(); i++) {
        complete.judge(i < findings.asLogged() ? Optional.empty() : fault);
      }
      nothingElse.judge(findings.unsent() == 0 ? Optional.empty() : fault);
    });
    return List.of(complete.toCheck(), nothingElse.toCheck());
  }
}
