package io.quantedge.evaluator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quantedge.contracts.access.Viewer;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.json.Json;
import io.quantedge.evaluator.domain.ClosedSlots;
import io.quantedge.evaluator.domain.Disclosure;
import io.quantedge.evaluator.domain.SlotView;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes over the wire is searched for what must not, as text. */
final class SealedBidsTest {
  private static final List<String> SECRETS =
      List.of(
          "7.7171",
          "6.6262",
          "5.5353",
          "4.4444",
          "6.6362",
          "winning-account",
          "losing-account",
          "third-account",
          "fourth-account");

  /** No candidate: not even an outcome names it. */
  private static final List<String> OF_THE_FOURTH = List.of("4.4444", "fourth-account");

  static Stream<Arguments> viewers() {
    Viewer anonymous = new Viewer.Anonymous();
    return Stream.of(
        Arguments.of(anonymous, List.of()),
        Arguments.of(account("stranger"), List.of()),
        Arguments.of(account("fourth-account"), List.of()),
        Arguments.of(account("losing-account"), List.of("6.6262", "losing-account")),
        Arguments.of(account("third-account"), List.of("5.5353", "third-account")),
        Arguments.of(account("publisher"), List.of("winning-account", "6.6362")),
        Arguments.of(account("winning-account"), List.of("7.7171", "winning-account", "6.6362")),
        Arguments.of(
            new Viewer.Operator(),
            SECRETS.stream().filter(secret -> !OF_THE_FOURTH.contains(secret)).toList()));
  }

  @ParameterizedTest
  @MethodSource("viewers")
  void afterTheCloseEachViewerIsSentItsShareAndNothingElse(Viewer viewer, List<String> share)
      throws JsonProcessingException {
    SlotView view = ClosedSlots.awarded();
    Disclosure disclosure = Disclosure.of(view, viewer).orElseThrow();
    String outcome = json(OutcomeResponse.of(view, view.outcome().orElseThrow(), disclosure));
    String explanation =
        json(ExplanationResponse.of(view, view.outcome().orElseThrow(), disclosure));

    for (String secret : SECRETS) {
      if (!share.contains(secret)) {
        assertThat(outcome).doesNotContain(secret);
        assertThat(explanation).doesNotContain(secret);
      }
    }
    for (String shown : share) {
      assertThat(outcome).contains(shown);
      assertThat(explanation).contains(shown);
    }
    assertThat(outcome).contains("\"state\":\"AWARDED\"", "\"digest\"", "\"winningRegion\"");
  }

  @Test
  void beforeTheCloseTheStandingHoldsNoAmountAndNoAccount() throws JsonProcessingException {
    String standing = json(StandingResponse.of(ClosedSlots.open()));

    assertThat(standing).doesNotContain(SECRETS).doesNotContain("amount");
    assertThat(standing).contains("\"state\":\"OPEN\"", "\"counted\":4", "\"deadline\"");
  }

  private static String json(Object body) throws JsonProcessingException {
    return Json.mapper().writeValueAsString(body);
  }

  private static Viewer account(String name) {
    return new Viewer.Account(new AccountId(name));
  }
}
