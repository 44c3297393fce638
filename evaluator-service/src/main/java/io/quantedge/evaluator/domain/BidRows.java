package io.quantedge.evaluator.domain;

import io.quantedge.contracts.bid.BidHasher;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * What is kept of each bid of an open slot, in the order of the log: the 16-byte id, when it was
 * accepted, whether it counts, and the 32-byte hash of its record. 56 bytes, against 200 or more in
 * objects, because an auction may remember a million.
 *
 * <p>Rows are appended and never change once the next one is there, so a full chunk of them is the
 * same for ever and for everybody who folds the same log. Not thread-safe.
 */
final class BidRows {
  /** How many rows make a chunk: about 10 kB as text. */
  static final int CHUNK_ROWS = 128;

  private static final int ROW_LONGS = 7;
  private static final int TIME = 2;
  private static final int HASH = 3;
  private static final int HASH_LONGS = BidHasher.HASH_BYTES / Long.BYTES;
  private static final int FIRST_ROWS = 4;

  /** Times are positive, so their sign is free to say that the bid counts. */
  private static final long COUNTED = Long.MIN_VALUE;

  private final List<long[]> chunks = new ArrayList<>();
  private int size;

  /**
   * @param hash 32 bytes
   */
  void append(UUID id, long acceptedAtMicros, byte[] hash) {
    int row = size;
    makeRoom();
    size++;
    set(row, 0, id.getMostSignificantBits());
    set(row, 1, id.getLeastSignificantBits());
    set(row, TIME, acceptedAtMicros);
    ByteBuffer words = ByteBuffer.wrap(hash);
    for (int i = 0; i < HASH_LONGS; i++) {
      set(row, HASH + i, words.getLong());
    }
  }

  void countNewest() {
    set(size - 1, TIME, get(size - 1, TIME) | COUNTED);
  }

  int size() {
    return size;
  }

  long high(int row) {
    return get(row, 0);
  }

  long low(int row) {
    return get(row, 1);
  }

  long acceptedAtMicros(int row) {
    return get(row, TIME) & ~COUNTED;
  }

  boolean isCounted(int row) {
    return get(row, TIME) < 0;
  }

  /** All 32 bytes are compared. */
  boolean hasHash(int row, byte[] hash) {
    ByteBuffer words = ByteBuffer.wrap(hash);
    for (int i = 0; i < HASH_LONGS; i++) {
      if (get(row, HASH + i) != words.getLong()) {
        return false;
      }
    }
    return true;
  }

  /** Writes id and hash of a row: 48 bytes. */
  void write(int row, ByteBuffer target) {
    target.putLong(high(row)).putLong(low(row));
    for (int i = 0; i < HASH_LONGS; i++) {
      target.putLong(get(row, HASH + i));
    }
  }

  /** How many chunks are full. */
  int fullChunks() {
    return size / CHUNK_ROWS;
  }

  /** The rows of a full chunk as text. */
  String chunk(int chunk) {
    return encoded(chunks.get(chunk), CHUNK_ROWS);
  }

  /** The rows behind the full chunks as text; empty if there are none. */
  String tail() {
    int rows = size % CHUNK_ROWS;
    return rows == 0 ? "" : encoded(chunks.getLast(), rows);
  }

  /**
   * Rows from texts that {@link #chunk} and {@link #tail} made.
   *
   * @param full the full chunks, decoded by {@link #decoded}; they are taken over, not copied
   */
  static BidRows of(List<long[]> full, String tail) {
    BidRows rows = new BidRows();
    rows.chunks.addAll(full);
    long[] rest = decoded(tail);
    if (rest.length > 0) {
      rows.chunks.add(rest);
    }
    rows.size = full.size() * CHUNK_ROWS + rest.length / ROW_LONGS;
    return rows;
  }

  /**
   * @throws IllegalArgumentException if the text is not base64 of whole rows
   */
  static long[] decoded(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    if (bytes.length % (ROW_LONGS * Long.BYTES) != 0) {
      throw new IllegalArgumentException(
          "rows of "
              + ROW_LONGS * Long.BYTES
              + " bytes expected; there were "
              + bytes.length
              + " bytes");
    }
    long[] words = new long[bytes.length / Long.BYTES];
    ByteBuffer.wrap(bytes).asLongBuffer().get(words);
    return words;
  }

  /** Whether a decoded text holds as many rows as a chunk has. */
  static boolean isFull(long[] decoded) {
    return decoded.length == CHUNK_ROWS * ROW_LONGS;
  }

  /** Bytes of heap, but for a few per object. */
  long bytes() {
    long last = chunks.isEmpty() ? 0 : chunks.getLast().length;
    return Long.BYTES * (Math.max(0L, chunks.size() - 1L) * CHUNK_ROWS * ROW_LONGS + last);
  }

  /** A slot with few bids keeps few rows; from the second chunk on they come whole. */
  private void makeRoom() {
    int inChunk = size % CHUNK_ROWS;
    if (inChunk == 0) {
      chunks.add(new long[(chunks.isEmpty() ? FIRST_ROWS : CHUNK_ROWS) * ROW_LONGS]);
    } else if (inChunk * ROW_LONGS == chunks.getLast().length) {
      int rows = Math.min(CHUNK_ROWS, inChunk * 2);
      chunks.set(chunks.size() - 1, Arrays.copyOf(chunks.getLast(), rows * ROW_LONGS));
    }
  }

  private static String encoded(long[] words, int rows) {
    ByteBuffer bytes = ByteBuffer.allocate(rows * ROW_LONGS * Long.BYTES);
    bytes.asLongBuffer().put(words, 0, rows * ROW_LONGS);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  private long get(int row, int column) {
    return chunks.get(row / CHUNK_ROWS)[row % CHUNK_ROWS * ROW_LONGS + column];
  }

  private void set(int row, int column, long value) {
    chunks.get(row / CHUNK_ROWS)[row % CHUNK_ROWS * ROW_LONGS + column] = value;
  }
}
