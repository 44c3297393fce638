package io.quantedge.settlement.http;

import io.quantedge.settlement.application.proof.ProofException;
import io.quantedge.settlement.application.proof.Proofs;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Runs proofs: the settling code under contention, with a guard and without it, measured. */
@Path("/v1/proofs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "proofs")
public class ProofResource {
  private final Proofs proofs;

  ProofResource(Proofs proofs) {
    this.proofs = proofs;
  }

  @GET
  @Operation(
      summary = "List the proofs and how they may be run",
      description = "A proof that cannot be run here says why.")
  @APIResponse(
      responseCode = "200",
      description = "All kinds",
      content =
          @Content(
              schema = @Schema(implementation = ProofsView.class),
              examples = @ExampleObject(name = "proofs", value = ProofExamples.PROOFS)))
  @APIResponse(responseCode = "500", ref = "Problem")
  public ProofsView list() {
    return ProofsView.of(proofs);
  }

  @POST
  @Path("/{kind}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Blocking
  @Operation(
      summary = "Run one side of a proof",
      description =
          "It settles in tables of its own, and takes its rows away again; one at a time. The"
              + " answer comes when it is done. Whether it holds is read back from the store.")
  @APIResponse(
      responseCode = "200",
      description = "What was measured",
      content =
          @Content(
              schema = @Schema(implementation = ProofSideView.class),
              examples = @ExampleObject(name = "a race", value = ProofExamples.SIDE)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public ProofSideView run(
      @PathParam("kind") String kind,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = ProofRunRequest.class),
                      examples = @ExampleObject(name = "request", value = ProofExamples.REQUEST)))
          @Nullable ProofRunRequest request) {
    try {
      return ProofSideView.of(proofs.run(Inputs.body(request).toRequest(kind, proofs)));
    } catch (ProofException e) {
      throw new ProblemException(code(e.reason()), String.valueOf(e.getMessage()));
    }
  }

  private static ProblemCode code(ProofException.Reason reason) {
    return switch (reason) {
      case OUT_OF_RANGE -> ProblemCode.INVALID_REQUEST;
      case UNAVAILABLE -> ProblemCode.PROOF_UNAVAILABLE;
      case RUNNING -> ProblemCode.PROOF_RUNNING;
      case FAILED -> ProblemCode.PROOF_FAILED;
    };
  }
}
