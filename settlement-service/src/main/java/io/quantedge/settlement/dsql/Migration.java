package io.quantedge.settlement.dsql;

import io.quantedge.contracts.bid.BidHash;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One step of the schema: a single DDL statement, for Aurora DSQL takes one per SQL transaction.
 *
 * @param version its place, from 1
 * @param name the file's name
 * @param sql the statement
 */
record Migration(int version, String name, String sql) {
  private static final Pattern NAME = Pattern.compile("V(\\d{3})__[a-z0-9_]+\\.sql");

  static Migration of(String name, String sql) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "a migration must be named like V001__what_it_does.sql; it was '" + name + "'");
    }
    return new Migration(Integer.parseInt(matcher.group(1)), name, sql);
  }

  /** SHA-256 of the statement; a checkout's line ends make no difference. */
  String checksum() {
    byte[] text = sql.replace("\r\n", "\n").strip().getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(BidHash.newSha256().digest(text));
  }
}
