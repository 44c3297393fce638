package io.quantedge.simulator.domain.scenario;

import java.math.BigDecimal;
import java.util.OptionalLong;

/**
 * One bid of a recorded auction, already judged to be well-formed.
 *
 * @param line where it stands in the record, for people
 * @param units the amount in ten-thousandths, above zero
 * @param timeDays when it was made, in days since the auction's start
 * @param openingUnits the auction's opening bid in ten-thousandths
 * @param finalUnits what the auction was won at, if it is recorded
 * @param item what was sold; may be empty
 */
public record RecordedBid(
    long line,
    String auctionId,
    long units,
    BigDecimal timeDays,
    String bidder,
    long openingUnits,
    OptionalLong finalUnits,
    String item) {}
