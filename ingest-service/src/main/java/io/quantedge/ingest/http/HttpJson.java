package io.quantedge.ingest.http;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantedge.contracts.json.Json;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Makes requests and answers speak the exchange's own JSON dialect: amounts are read as text even
 * if they were sent as numbers, so no float is ever made of money.
 */
@Dependent
class HttpJson {
  /** Requests may leave fields out; what is required is checked, and said, field by field. */
  @Produces
  @Singleton
  ObjectMapper mapper() {
    return Json.mapper().copy().disable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);
  }
}
