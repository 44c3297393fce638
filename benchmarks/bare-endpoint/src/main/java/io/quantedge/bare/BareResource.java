package io.quantedge.bare;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * The least that an endpoint for bids must do: route, parse, answer. It shows what the HTTP server
 * and the JSON parser cost, so that the rest of what intake costs is intake's own.
 */
@Path("/v1/slots/{slotId}/bids")
class BareResource {
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(202)
  @NonBlocking
  public void take(@RestPath String slotId, @Nullable BareBid bid) {
    if (bid == null || bid.accountId() == null) {
      throw new BadRequestException("a bid is expected for " + slotId);
    }
  }
}
