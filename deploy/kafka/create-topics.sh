#!/bin/sh
# Creates the topics of the exchange where they are missing. Needs Kafka's own kafka-topics.sh.
# The table below equals the one in the contracts; a test holds them together.
set -eu

: "${KAFKA_BOOTSTRAP_SERVERS:?say where the broker is, for example kafka:9092}"
replication=${TOPIC_REPLICATION_FACTOR:-1}
kafka_topics=${KAFKA_TOPICS_COMMAND:-/opt/kafka/bin/kafka-topics.sh}

# Readers of compacted topics start at the beginning: what is superseded must go soon, and the segment
# that is being written is never compacted.
compacting='--config segment.bytes=16777216 --config segment.ms=600000 --config min.cleanable.dirty.ratio=0.2'

# name partitions cleanup.policy
while read -r name partitions cleanup; do
  more=
  [ "$cleanup" = compact ] && more=$compacting
  # shellcheck disable=SC2086 # several words on purpose
  "$kafka_topics" --bootstrap-server "$KAFKA_BOOTSTRAP_SERVERS" --create --if-not-exists \
    --topic "$name" --partitions "$partitions" --replication-factor "$replication" \
    --config "cleanup.policy=$cleanup" $more
done <<TOPICS
auction-events 12 delete
bid-submissions 6 delete
bid-rejections 3 delete
slot-states 12 compact
auction-outcomes 6 delete
auction-outcomes-dlq 1 delete
settlements 6 delete
conflict-events 6 delete
traffic-stats 6 compact
usage-stats 1 compact
TOPICS
