package io.quantedge.bare;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantedge.contracts.json.Json;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The mapper as intake has it. */
@Dependent
class HttpJson {
  @Produces
  @Singleton
  ObjectMapper mapper() {
    return Json.mapper().copy().disable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);
  }
}
