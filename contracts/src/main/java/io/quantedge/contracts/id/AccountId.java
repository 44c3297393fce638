package io.quantedge.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names an enterprise account: an advertiser, a publisher or the exchange itself. It is the key
 * under which outcomes travel, so one buyer's settlements meet in one place.
 *
 * @param value 1 to 64 letters, digits, '.', '_' or '-', starting with a letter or digit
 */
public record AccountId(String value) implements Comparable<AccountId> {
  @JsonCreator
  public AccountId {
    Names.requireName("accountId", value);
  }

  @JsonValue
  @Override
  public String value() {
    return value;
  }

  @Override
  public int compareTo(AccountId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
