package io.quantedge.settlement.http;

/** What proofs look like, for the API's description. */
final class ProofExamples {
  static final String REQUEST =
      """
      {"workers": 100, "seed": 7, "guarded": true}\
      """;

  static final String SIDE =
      """
      {"guarded": true,
       "guard": "The settlement's key is a function of the slot, and whoever loses reads again and \
      finds it.",
       "holds": true,
       "sentence": "3 workers raced for one slot: 1 settled it, 2 conflicts, 2 found it settled at \
      their second attempt, 0 gave up; p50 41 ms, p99 58 ms.",
       "seed": 7,
       "figures": [
        {"name": "workers", "label": "Workers", "value": 3, "unit": "count", "text": null},
        {"name": "p50Millis", "label": "Half of the workers were done within", "value": 41,
         "unit": "milliseconds", "text": null},
        {"name": "paid", "label": "What the buyer paid", "value": null, "unit": "money",
         "text": "1.0000 USD"}],
       "timeline": [
        {"worker": "worker-1", "beganAtMillis": 0, "endedAtMillis": 24, "end": "COMMITTED",
         "attempts": []},
        {"worker": "worker-2", "beganAtMillis": 0, "endedAtMillis": 41, "end": "ALREADY_SETTLED",
         "attempts": [{"attempt": 1, "atMillis": 26, "code": "OC000", "backoffMillis": 9}]}]}\
      """;

  static final String PROOFS =
      """
      {"enabled": true, "whyNot": null, "kinds": [
        {"kind": "RACE", "title": "Race for one slot",
         "question": "If many workers settle one slot at the same time, is it sold once?",
         "guard": "The settlement's key is a function of the slot, and whoever loses reads again \
      and finds it.",
         "withoutGuard": "Taken out: the common key. Each worker settles the slot under a key of \
      its own.",
         "available": true, "whyNot": null,
         "parameters": [{"name": "workers", "min": 2, "max": 200, "default": 50,
                         "meaning": "How many settlements are tried at once"}]}]}\
      """;

  private ProofExamples() {}
}
