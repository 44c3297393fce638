package io.quantedge.settlement.dsql;

import io.quantedge.settlement.dsql.BatchInsert.Column;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;

/** The types of our columns, as SQL and as the client carry them. */
enum SqlType {
  TEXT("varchar", String.class),
  UUID_KEY("uuid", UUID.class),
  INT("integer", Integer.class),
  LONG("bigint", Long.class),
  DECIMAL("numeric", BigDecimal.class),
  TIME("timestamptz", OffsetDateTime.class);

  private final String sqlName;
  private final Class<?> javaType;

  SqlType(String sqlName, Class<?> javaType) {
    this.sqlName = sqlName;
    this.javaType = javaType;
  }

  String sqlName() {
    return sqlName;
  }

  Class<?> javaType() {
    return javaType;
  }

  Column column(String name) {
    return new Column(name, this);
  }
}
