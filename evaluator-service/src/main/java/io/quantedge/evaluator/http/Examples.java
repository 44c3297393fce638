package io.quantedge.evaluator.http;

/** What answers look like, for the API's description. */
final class Examples {
  static final String STANDING =
      """
      {"slotId": "homepage-top", "state": "OPEN", "closesAt": "2026-03-01T10:05:00Z",
       "deadline": "2026-03-01T10:05:00Z",
       "total": {"received": 3, "counted": 2, "duplicate": 0, "rejected": {"BELOW_FLOOR": 1}},
       "byRegion": {
        "ap-southeast-1": {"received": 1, "counted": 1, "duplicate": 0, "rejected": {}},
        "eu-west-1": {"received": 2, "counted": 1, "duplicate": 0,
         "rejected": {"BELOW_FLOOR": 1}}},
       "late": 0, "leadingRegion": "ap-southeast-1", "offset": 1204}\
      """;

  private static final String SLOT =
      """
      {"slotId": "homepage-top", "publisherId": "daily-news", "name": "Homepage, top",
       "floor": {"amount": "1.0000", "currency": "USD"},
       "increment": {"amount": "0.0100", "currency": "USD"}, "pricing": "SECOND_PRICE",
       "ranking": "PRICE", "opensAt": "2026-03-01T10:00:00Z", "closesAt": "2026-03-01T10:05:00Z"}\
      """;

  private static final String WINNING_BID =
      """
      {"bidId": "0190b7f0-5c1e-7cc3-98c4-dc0c0c07398f", "slotId": "homepage-top",
       "accountId": "acme", "region": "ap-southeast-1",
       "price": {"amount": "5.4000", "currency": "USD"}, "latencyMs": 20,
       "qualityScore": 1.0000, "acceptedAt": "2026-03-01T10:04:12.000317Z"}\
      """;

  private static final String OTHER_BID =
      """
      {"bidId": "0190b7f0-5c1e-7cc3-98c4-dc0c0c073990", "slotId": "homepage-top",
       "accountId": "globex", "region": "eu-west-1",
       "price": {"amount": "5.3000", "currency": "USD"}, "latencyMs": 35,
       "qualityScore": 1.0000, "acceptedAt": "2026-03-01T10:04:11.018204Z"}\
      """;

  private static final String COUNTS =
      """
      "total": {"received": 3, "counted": 2, "duplicate": 0, "rejected": {"BELOW_FLOOR": 1}},
       "byRegion": {
        "ap-southeast-1": {"received": 1, "counted": 1, "duplicate": 0, "rejected": {}},
        "eu-west-1": {"received": 2, "counted": 1, "duplicate": 0,
         "rejected": {"BELOW_FLOOR": 1}}},
       "late": 0, "partition": 7, "openOffset": 1201, "lastOffset": 1204, "closeOffset": 1205,
       "closeCause": "TIMER", "closedAt": "2026-03-01T10:05:00.001118Z",
       "digest": "9f2c6f0f5b9a7a0a6f7f2b1c3d4e5f60718293a4b5c6d7e8f90112233445566a"}\
      """;

  static final String OUTCOME_TO_PUBLIC =
      "{\"slot\": "
          + SLOT
          + """
          , "state": "AWARDED", "audience": "PUBLIC", "winningRegion": "ap-southeast-1",
           "candidates": [],\
          """
          + COUNTS;

  static final String OUTCOME_TO_OPERATOR =
      "{\"slot\": "
          + SLOT
          + """
          , "state": "AWARDED", "audience": "OPERATOR", "winningRegion": "ap-southeast-1",
           "candidates": [{"rank": 1, "accountId": "acme", "bid":\
          """
          + WINNING_BID
          + """
          , "clearingPrice": {"amount": "5.3101", "currency": "USD"}},
            {"rank": 2, "accountId": "globex", "bid":\
          """
          + OTHER_BID
          + """
          , "clearingPrice": {"amount": "1.0000", "currency": "USD"},
            "lossReason": "LOST_TO_HIGHER_BID", "openRtbCode": 102,
            "minToWin": {"amount": "5.4000", "currency": "USD"}}],\
          """
          + COUNTS;

  private static final String RULES =
      """
      "rules": {"ranking": "PRICE", "pricing": "SECOND_PRICE",
        "floor": {"amount": "1.0000", "currency": "USD"},
        "increment": {"amount": "0.0100", "currency": "USD"}},
       "winningRegion": "ap-southeast-1",\
      """;

  private static final String OTHERS =
      "\"others\": [{\"rank\": 2, \"bid\": "
          + OTHER_BID
          + """
          , "score": "5.3000", "decidedBy": "SCORE", "lossReason": "LOST_TO_HIGHER_BID",
            "openRtbCode": 102, "minToWin": {"amount": "5.4000", "currency": "USD"}}],
           "verdicts": [{"verdict": "WON", "count": 1},
            {"verdict": "OUTRANKED", "count": 1, "lossReason": "LOST_TO_HIGHER_BID",
             "openRtbCode": 102},
            {"verdict": "REJECTED", "count": 1, "reason": "BELOW_FLOOR",
             "lossReason": "BELOW_FLOOR", "openRtbCode": 100}],\
          """;

  private static final String BEGINNING =
      "\"The winning bid came from ap-southeast-1, the best of 2 that counted.\"";

  private static final String LOSS =
      "\"globex bid 5.3000 USD and was outranked by score; with 5.4000 USD it would have won.\"";

  static final String EXPLANATION_TO_LOSER =
      "{\"slotId\": \"homepage-top\", \"state\": \"AWARDED\", \"audience\": \"LOSER\", "
          + RULES
          + OTHERS
          + "\"story\": ["
          + BEGINNING
          + ", "
          + LOSS
          + "]}";

  static final String EXPLANATION_TO_OPERATOR =
      "{\"slotId\": \"homepage-top\", \"state\": \"AWARDED\", \"audience\": \"OPERATOR\", "
          + RULES
          + "\"winner\": {\"accountId\": \"acme\", \"bid\": "
          + WINNING_BID
          + """
          , "score": "5.4000", "decidedBy": "SCORE",
            "price": {"clearingPrice": {"amount": "5.3101", "currency": "USD"},
             "basis": "RUNNER_UP_AND_INCREMENT",
             "leastToOutrank": {"amount": "5.3001", "currency": "USD"}}},\
          """
          + OTHERS
          + "\"story\": ["
          + BEGINNING
          + """
          , "acme won and pays 5.3101 USD.",
            "It bid 5.4000 USD, before the next account by score.",
            "With 5.3001 USD it would still have been the best; the increment of 0.0100 USD\
           comes on top.",\
          """
          + LOSS
          + "]}";

  static final String OPEN_SLOTS =
      """
      {"scope": "ALL", "instances": 2, "items": [
        {"slotId": "homepage-top", "publisherId": "daily-news", "name": "Homepage, top",
         "closesAt": "2026-03-01T10:05:00Z", "deadline": "2026-03-01T10:05:00Z", "partition": 7,
         "received": 3}], "next": "b3Blbi1zbG90cwoyMDI2LTAzLTAxVDEwOjA1OjAwWgpob21lcGFnZS10b3A"}\
      """;

  private Examples() {}
}
