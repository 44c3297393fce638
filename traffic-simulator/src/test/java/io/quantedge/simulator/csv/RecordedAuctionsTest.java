package io.quantedge.simulator.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantedge.simulator.RunFailedException;
import io.quantedge.simulator.domain.scenario.RecordedBid;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedAuctionsTest {
  private static final String HEADER =
      "auction_id,bid,bid_time_days,bidder,opening_bid,final_price,item,auction_days\n";
  private static final String GOOD = "77,175.5,2.230949,bidder-0001,99,177.5,\"Watch, gold\",3\n";

  @TempDir private Path folder;

  @Test
  void readsRowsExactly() throws Exception {
    List<RecordedBid> bids = read("\uFEFF" + HEADER + GOOD + "\n" + GOOD);

    assertThat(bids).hasSize(2);
    assertThat(bids.getFirst())
        .returns(2L, RecordedBid::line)
        .returns("77", RecordedBid::auctionId)
        .returns(1_755_000L, RecordedBid::units)
        .returns("bidder-0001", RecordedBid::bidder)
        .returns(990_000L, RecordedBid::openingUnits)
        .returns(OptionalLong.of(1_775_000), RecordedBid::finalUnits)
        .returns("Watch, gold", RecordedBid::item);
    assertThat(bids.getLast().line()).isEqualTo(4);
  }

  @Test
  void columnsMayComeInAnyOrderAndTheOptionalOnesMayBeMissing() throws Exception {
    List<RecordedBid> bids =
        read("bidder,opening_bid,bid_time_days,bid,auction_id\nann,1,0,2,a-1\n");

    assertThat(bids)
        .singleElement()
        .returns("ann", RecordedBid::bidder)
        .returns(OptionalLong.empty(), RecordedBid::finalUnits)
        .returns("", RecordedBid::item);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "77,abc,1,ann,1,2,x,3; bid is no amount",
        "77,0,1,ann,1,2,x,3; bid must be above zero",
        "77,-1,1,ann,1,2,x,3; bid must be above zero",
        "77,1.00001,1,ann,1,2,x,3; bid is no amount",
        "77,1e30,1,ann,1,2,x,3; bid is no amount",
        "77,,1,ann,1,2,x,3; bid is empty",
        "77,1,soon,ann,1,2,x,3; bid_time_days must be",
        "77,1,-1,ann,1,2,x,3; bid_time_days must be",
        "77,1,NaN,ann,1,2,x,3; bid_time_days must be",
        "77,1,1,a b,1,2,x,3; bidder must be",
        "77,1,1,,1,2,x,3; bidder is empty",
        "7/7,1,1,ann,1,2,x,3; auction_id must be",
        ",1,1,ann,1,2,x,3; auction_id must be",
        "77,1,1,ann,one,2,x,3; opening_bid is no amount",
        "77,1,1,ann,1,zwei,x,3; final_price is no amount",
        "77,1,1,ann,1,0,x,3; final_price must be above zero",
        "77,1,1,ann; it has 4 values",
      })
  void aBadRowIsRefusedWithItsLineAndTheReason(String row, String reason) {
    assertThatThrownBy(() -> read(HEADER + GOOD + row + "\n"))
        .isInstanceOf(RunFailedException.class)
        .hasMessageContaining("1 bad row; nothing was sent")
        .hasMessageContaining("line 3: " + reason);
  }

  @Test
  void anAuctionHasOneOpeningBidAndOneFinalPrice() {
    assertThatThrownBy(() -> read(HEADER + GOOD + GOOD.replace(",99,", ",98,")))
        .hasMessageContaining("line 3: opening_bid and final_price of auction 77")
        .hasMessageContaining("those of line 2");
  }

  @Test
  void manyBadRowsAreCountedAndTheFirstAreTold() {
    assertThatThrownBy(() -> read(HEADER + "77,x,1,ann,1,2,x,3\n".repeat(9)))
        .hasMessageContaining("9 bad rows")
        .hasMessageContaining("line 6")
        .hasMessageNotContaining("line 7");
  }

  @Test
  void filesThatAreNoRecordAreRefused() {
    assertThatThrownBy(() -> RecordedAuctions.read(folder.resolve("none.csv")))
        .isInstanceOf(RunFailedException.class)
        .hasMessageContaining("there is no file");
    assertThatThrownBy(() -> read("")).hasMessageContaining("missing: auction_id");
    assertThatThrownBy(() -> read(HEADER)).hasMessageContaining("has no bids");
    assertThatThrownBy(() -> read("auction_id,bid\n1,2\n"))
        .hasMessageContaining("missing: bid_time_days, bidder, opening_bid");
    assertThatThrownBy(() -> read(HEADER + "\"77,1,1,ann,1,2,x,3\n"))
        .isInstanceOf(RunFailedException.class);
    Path binary = folder.resolve("binary.csv");
    assertThatThrownBy(
            () -> {
              Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
              RecordedAuctions.read(binary);
            })
        .isInstanceOf(RunFailedException.class)
        .hasMessageContaining("not UTF-8");
    assertThatThrownBy(() -> RecordedAuctions.read(folder)).isInstanceOf(RunFailedException.class);
  }

  private List<RecordedBid> read(String text) throws Exception {
    return RecordedAuctions.read(Files.writeString(folder.resolve("bids.csv"), text));
  }
}
