package io.quantedge.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.uuid.Generators;
import java.util.UUID;

/**
 * The primary key of a settlement. It is a function of the slot, so two workers that settle one
 * slot want the same row, and only one can have it.
 */
public record SettlementId(UUID value) {
  /** The UUIDv5 of {@code settlement.quantedge.io} in the DNS namespace of RFC 9562. */
  private static final UUID NAMESPACE = UUID.fromString("f92d4ea5-bd70-5d47-8cd1-74eb79e2d866");

  /** The settlement that this slot has, or will have: UUIDv5 of the slot's id. */
  public static SettlementId of(SlotId slotId) {
    return new SettlementId(Generators.nameBasedGenerator(NAMESPACE).generate(slotId.value()));
  }

  @JsonCreator
  public static SettlementId parse(String text) {
    return new SettlementId(UUID.fromString(text));
  }

  @JsonValue
  @Override
  public String toString() {
    return value.toString();
  }
}
