# The local Aurora DSQL, for one developer's machine: rules of DSQL before a PostgreSQL.
# It packages what `mvn -DskipTests package` and `mvn -pl local-stack dependency:copy-dependencies`
# have built.
FROM eclipse-temurin:25-jre

RUN useradd --system --uid 10001 --no-create-home exchange \
  && mkdir /identity && chown 10001 /identity
WORKDIR /app
COPY --chown=10001 local-stack/target/dependency/ lib/
COPY --chown=10001 local-stack/target/local-stack-*.jar ./

USER 10001
VOLUME /identity
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError"
# Arguments: port of PostgreSQL, port of the admin API, folder for the certificates, lifetime of a
# connection in milliseconds, and the endpoints as region=port. It listens on loopback only.
ENTRYPOINT ["java", "-cp", "*:lib/*", "io.quantedge.localstack.part.DsqlPart"]
CMD ["5432", "15442", "/identity", "3600000", "us-east-1=15440", "eu-west-1=15441"]
