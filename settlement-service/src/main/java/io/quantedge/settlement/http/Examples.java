package io.quantedge.settlement.http;

/** What requests and answers look like, for the API's description. */
final class Examples {
  static final String ACCOUNT_REQUEST =
      """
      {"type": "ADVERTISER", "name": "Acme", "currency": "USD", "creditLimit": "1000.0000"}\
      """;

  static final String ACCOUNT =
      """
      {"accountId": "acme", "type": "ADVERTISER", "name": "Acme", "currency": "USD",
       "creditLimit": "1000.0000", "balance": {"amount": "-5.4000", "currency": "USD"}}\
      """;

  static final String ACCOUNTS = "{\"items\": [" + ACCOUNT + "], \"next\": \"YWNjb3VudHMKYWNtZQ\"}";

  static final String FUNDING_REQUEST =
      """
      {"fundingId": "0190b7f0-5c1e-7cc3-98c4-dc0c0c07398f", "amount": "250.00",
       "currency": "USD"}\
      """;

  static final String FUNDING =
      """
      {"fundingId": "0190b7f0-5c1e-7cc3-98c4-dc0c0c07398f", "accountId": "acme",
       "amount": {"amount": "250.0000", "currency": "USD"},
       "balance": {"amount": "244.6000", "currency": "USD"}}\
      """;

  private static final String ENTRY =
      """
      {"entryId": "3d2c7a1e-0b53-3f6f-9a60-6d1f8a1b7c11",
       "postingId": "6f1c2f7e-9a3e-5b0e-8a55-0a3b1c9d2e4f", "entryNo": 1, "accountId": "acme",
       "kind": "SALE_DEBIT", "amount": {"amount": "-5.4000", "currency": "USD"},
       "slotId": "homepage-top", "bookedAt": "2026-03-01T10:05:00.017Z"\
      """;

  static final String LEDGER_PAGE = "{\"items\": [" + ENTRY + "}]}";

  static final String STATEMENT =
      """
      {"accountId": "acme", "from": "2026-03-01T00:00:00Z", "to": "2026-04-01T00:00:00Z",
       "opening": {"amount": "0.0000", "currency": "USD"}, "entries": [\
      """
          + ENTRY
          + """
          , "balance": {"amount": "-5.4000", "currency": "USD"}}],
           "closing": {"amount": "-5.4000", "currency": "USD"}}\
          """;

  static final String SETTLEMENT =
      """
      {"type": "SETTLED", "slotId": "homepage-top",
       "settlementId": "6f1c2f7e-9a3e-5b0e-8a55-0a3b1c9d2e4f", "buyerId": "acme",
       "publisherId": "daily-news", "bidId": "0190b7f0-5c1e-7cc3-98c4-dc0c0c07398f",
       "region": "eu-west-1", "candidateRank": 1,
       "winningBid": {"amount": "6.0000", "currency": "USD"},
       "price": {"amount": "5.4000", "currency": "USD"},
       "fee": {"amount": "0.5400", "currency": "USD"},
       "net": {"amount": "4.8600", "currency": "USD"},
       "closedAt": "2026-03-01T10:05:00.003Z", "committedAt": "2026-03-01T10:05:00.017Z"}\
      """;

  static final String SETTLEMENTS = "{\"items\": [" + SETTLEMENT + "]}";

  static final String SLOT =
      """
      {"slotId": "homepage-top", "state": "SETTLED", "history": [
        {"eventNo": 1, "type": "OPEN", "occurredAt": "2026-03-01T10:00:00Z",
         "recordedAt": "2026-03-01T10:05:00.017Z"},
        {"eventNo": 2, "type": "CLOSED", "occurredAt": "2026-03-01T10:05:00.003Z",
         "recordedAt": "2026-03-01T10:05:00.017Z"},
        {"eventNo": 3, "type": "AWARDED", "occurredAt": "2026-03-01T10:05:00.003Z",
         "recordedAt": "2026-03-01T10:05:00.017Z"},
        {"eventNo": 4, "type": "SETTLED", "occurredAt": "2026-03-01T10:05:00.017Z",
         "recordedAt": "2026-03-01T10:05:00.017Z"}]}\
      """;

  static final String SLOT_LEDGER =
      """
      {"slotId": "homepage-top", "postingId": "6f1c2f7e-9a3e-5b0e-8a55-0a3b1c9d2e4f",
       "postedAt": "2026-03-01T10:05:00.017Z", "entries": [
        {"entryId": "3d2c7a1e-0b53-3f6f-9a60-6d1f8a1b7c11", "entryNo": 1, "accountId": "acme",
         "kind": "SALE_DEBIT", "amount": {"amount": "-5.4000", "currency": "USD"}},
        {"entryId": "8a0f6e0c-5f67-3b0f-8d41-2a7c11c5f0aa", "entryNo": 2,
         "accountId": "daily-news", "kind": "SALE_CREDIT",
         "amount": {"amount": "4.8600", "currency": "USD"}},
        {"entryId": "c4b6d2f8-71a9-3e0d-b6c4-9b5e2d60c1f2", "entryNo": 3,
         "accountId": "exchange-fees", "kind": "FEE_CREDIT",
         "amount": {"amount": "0.5400", "currency": "USD"}}]}\
      """;

  static final String VOID_REQUEST =
      """
      {"voidId": "0190b7f0-5c1e-7cc3-98c4-dc0c0c073990", "reason": "the ad was never shown"}\
      """;

  static final String VOID =
      """
      {"slotId": "homepage-top", "voidId": "0190b7f0-5c1e-7cc3-98c4-dc0c0c073990",
       "reason": "the ad was never shown", "voidedAt": "2026-03-02T09:00:00Z",
       "reversal": {"postingId": "0b1f52c6-7a2d-3c57-9d3a-1f1d4be9a8e0",
        "postedAt": "2026-03-02T09:00:00Z", "entries": [
         {"entryId": "5e1d0f4c-2b7a-3d5e-8f10-7c6b5a493827", "entryNo": 1, "accountId": "acme",
          "kind": "REVERSAL_CREDIT", "amount": {"amount": "5.4000", "currency": "USD"}},
         {"entryId": "9c8b7a69-5847-3625-9403-f2e1d0c9b8a7", "entryNo": 2,
          "accountId": "daily-news", "kind": "REVERSAL_DEBIT",
          "amount": {"amount": "-4.8600", "currency": "USD"}},
         {"entryId": "a1b2c3d4-e5f6-3a7b-8c9d-0e1f2a3b4c5d", "entryNo": 3,
          "accountId": "exchange-fees", "kind": "FEE_REVERSAL",
          "amount": {"amount": "-0.5400", "currency": "USD"}}]}}\
      """;

  static final String DISPUTE_REQUEST =
      """
      {"disputeId": "0190b7f0-5c1e-7cc3-98c4-dc0c0c0739aa", "reason": "shown on the wrong page"}\
      """;

  static final String DISPUTE =
      """
      {"slotId": "homepage-top", "disputeId": "0190b7f0-5c1e-7cc3-98c4-dc0c0c0739aa",
       "reason": "shown on the wrong page", "disputedAt": "2026-03-02T08:00:00Z"}\
      """;

  static final String RECONCILIATION =
      """
      {"asOf": "2026-03-02T09:30:00Z", "tookMillis": 41, "holds": true, "trialBalance": [
        {"currency": "USD", "accountType": "ADVERTISER", "entries": 2, "sum": "244.6000"},
        {"currency": "USD", "accountType": "EXCHANGE", "entries": 2, "sum": "-249.4600"},
        {"currency": "USD", "accountType": "PUBLISHER", "entries": 1, "sum": "4.8600"}],
       "checks": [{"check": "LEDGER_SUMS_TO_ZERO", "holds": true, "rows": 5, "violations": 0,
                   "examples": []}]}\
      """;

  private Examples() {}
}
