package io.quantedge.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The AWS region in which a bid was made, for example {@code eu-west-1}. Which regions trade is a
 * matter of configuration; this type only guards the form.
 *
 * @param name an AWS region name of at most 32 characters
 */
public record Region(String name) implements Comparable<Region> {
  private static final Pattern FORM = Pattern.compile("[a-z]{2}(-[a-z]{2,12}){1,3}-[0-9]{1,2}");

  @JsonCreator
  public Region {
    if (!FORM.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "region must be an AWS region name such as eu-west-1; it was '"
              + Names.abbreviated(name)
              + "'");
    }
  }

  @JsonValue
  @Override
  public String name() {
    return name;
  }

  @Override
  public int compareTo(Region other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
