package io.quantedge.telemetry.sources;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.telemetry.application.SourceAwayException;
import io.quantedge.telemetry.application.StoryPart;
import io.quantedge.telemetry.application.StorySource;
import io.smallrye.mutiny.Uni;

/**
 * A part that is one answer of one service, told in its own words. Thread-safe.
 *
 * @param path with {@code %s} for the slot
 */
record ServicePart(ServiceClient client, StoryPart.Name part, Service service, String path)
    implements StorySource {
  @Override
  public String source() {
    return service.title();
  }

  @Override
  public Uni<StoryPart> ask(SlotId slotId) {
    return client.get(service, path.formatted(slotId)).map(ServicePart::part);
  }

  private static StoryPart part(ServiceAnswer answer) {
    return answer.isSuccess()
        ? StoryPart.known(answer.service().title(), answer.json())
        : refused(answer);
  }

  /** Not there, and not there yet, are answers; anything else says that it could not answer. */
  static StoryPart refused(ServiceAnswer answer) {
    return switch (answer.status()) {
      case 404, 409 -> StoryPart.absent(answer.service().title(), answer.problem());
      case 401 ->
          StoryPart.unavailable(
              answer.service().title(),
              answer.problem() + "; see exchange.telemetry.sources.operator-key");
      default -> throw new SourceAwayException(SourceAwayException.Reason.SILENT, answer.problem());
    };
  }
}
