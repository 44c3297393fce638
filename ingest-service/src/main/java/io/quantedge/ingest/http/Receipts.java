package io.quantedge.ingest.http;

import io.quantedge.ingest.application.Receipt;
import java.nio.charset.StandardCharsets;

/**
 * Writes receipts as JSON. They are most of what intake says, and none of their fields needs
 * escaping, so this is plain appending. Stateless.
 */
final class Receipts {
  private Receipts() {}

  static byte[] json(Receipt receipt) {
    StringBuilder json = new StringBuilder(240);
    append(json, receipt);
    return json.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  static void append(StringBuilder json, Receipt receipt) {
    json.append("{\"bidId\":\"")
        .append(receipt.bidId().value())
        .append("\",\"slotId\":\"")
        .append(receipt.slotId().value())
        .append("\",\"acceptedAt\":\"")
        .append(receipt.acceptedAt())
        .append("\",\"partition\":")
        .append(receipt.partition())
        .append(",\"offset\":")
        .append(receipt.offset())
        .append('}');
  }
}
