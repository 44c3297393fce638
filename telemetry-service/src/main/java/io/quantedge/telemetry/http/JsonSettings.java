package io.quantedge.telemetry.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.quantedge.telemetry.domain.ConflictCounts;
import io.quantedge.telemetry.domain.ConflictReport;
import io.quantedge.telemetry.domain.Evidence;
import io.quantedge.telemetry.domain.FigureGroup;
import io.quantedge.telemetry.domain.Kind;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Locale;

/**
 * How the domain's reports look as JSON, said here so that the domain need not know of JSON. Unlike
 * in events, what is not known is written as null: a reader shall see that it is not known.
 */
@Singleton
class JsonSettings implements ObjectMapperCustomizer {
  @Override
  public void customize(ObjectMapper mapper) {
    mapper.addMixIn(FigureGroup.class, FigureGroupJson.class);
    mapper.registerModule(
        new SimpleModule("telemetry").addSerializer(Kind.class, new KindSerializer()));
    mapper.addMixIn(ConflictReport.WorkerLine.class, WorkerLineJson.class);
  }

  /** Evidence stands beside the figures. */
  interface FigureGroupJson {
    @JsonUnwrapped
    Evidence evidence();
  }

  /** A worker's counts stand beside its name. */
  interface WorkerLineJson {
    @JsonUnwrapped
    ConflictCounts counts();
  }

  /** {@code measured}, {@code derived}. */
  private static final class KindSerializer extends StdSerializer<Kind> {
    private static final long serialVersionUID = 1L;

    KindSerializer() {
      super(Kind.class);
    }

    @Override
    public void serialize(Kind kind, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(kind.name().toLowerCase(Locale.ROOT));
    }
  }
}
