package io.quantedge.simulator.csv;

import io.quantedge.simulator.RunFailedException;
import io.quantedge.simulator.domain.scenario.RecordedBid;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads recorded auctions from a CSV file, all or nothing: one bad row refuses the file, with its
 * line and the reason, before anything is sent.
 */
public final class RecordedAuctions {
  /** So many bad rows are told; more would hide the first. */
  private static final int MAX_PROBLEMS_TOLD = 5;

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .setTrim(true)
          .get();

  private final Path file;
  private final List<RecordedBid> bids = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final Map<String, RecordedBid> firstOfAuction = new HashMap<>();

  private RecordedAuctions(Path file) {
    this.file = file;
  }

  /**
   * @return the bids in the order of the file; at least one
   * @throws RunFailedException if the file cannot be read or any row is bad
   */
  public static List<RecordedBid> read(Path file) throws RunFailedException {
    RecordedAuctions auctions = new RecordedAuctions(file);
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser parser = FORMAT.parse(withoutMark(reader))) {
      auctions.readAll(parser);
    } catch (UncheckedIOException e) {
      throw unreadable(
          file, e.getCause() instanceof IOException cause ? cause : new IOException(e));
    } catch (IllegalArgumentException e) {
      throw new RunFailedException(file + " is not a CSV file: " + e.getMessage(), e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    return auctions.bids;
  }

  private static RunFailedException unreadable(Path file, IOException e) {
    return switch (e) {
      case NoSuchFileException none -> new RunFailedException("there is no file " + file, none);
      case CharacterCodingException other ->
          new RunFailedException(file + " is not UTF-8 text", other);
      case CSVException broken ->
          new RunFailedException(file + " is not a CSV file: " + broken.getMessage(), broken);
      default -> new RunFailedException(file + " could not be read: " + e.getMessage(), e);
    };
  }

  private void readAll(CSVParser parser) throws RunFailedException, IOException {
    List<String> missing =
        Row.REQUIRED.stream().filter(column -> !parser.getHeaderNames().contains(column)).toList();
    if (!missing.isEmpty()) {
      throw new RunFailedException(
          "%s must have a first line with the columns %s; missing: %s"
              .formatted(file, String.join(", ", Row.REQUIRED), String.join(", ", missing)));
    }
    int badRows = 0;
    for (CSVRecord row : parser) {
      long line = parser.getCurrentLineNumber();
      try {
        add(new Row(row, line).toBid());
      } catch (IllegalArgumentException e) {
        badRows++;
        if (problems.size() < MAX_PROBLEMS_TOLD) {
          problems.add("line %d: %s".formatted(line, e.getMessage()));
        }
      }
    }
    refuse(badRows);
  }

  private void add(RecordedBid bid) {
    RecordedBid first = firstOfAuction.putIfAbsent(bid.auctionId(), bid);
    if (first != null
        && (first.openingUnits() != bid.openingUnits()
            || !first.finalUnits().equals(bid.finalUnits()))) {
      throw new IllegalArgumentException(
          "opening_bid and final_price of auction %s must be those of line %d"
              .formatted(bid.auctionId(), first.line()));
    }
    bids.add(bid);
  }

  private void refuse(int badRows) throws RunFailedException {
    if (badRows > 0) {
      throw new RunFailedException(
          problems.stream()
              .collect(
                  Collectors.joining(
                      "\n  ",
                      "%s has %d bad row%s; nothing was sent:\n  "
                          .formatted(file, badRows, badRows == 1 ? "" : "s"),
                      badRows > problems.size() ? "\n  …" : "")));
    }
    if (bids.isEmpty()) {
      throw new RunFailedException(file + " has no bids");
    }
  }

  /** Spreadsheets begin UTF-8 files with a byte order mark. */
  private static Reader withoutMark(Reader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }
}
