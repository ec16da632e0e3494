-- Watchbill's records in ClickHouse, version 1. One script for one node and for many: run it on every node (load.mjs does).
-- `record` holds a record in the form of public/openapi.json; what is filtered and sorted by stands beside it and is
-- computed from it: INSERT INTO watchbill.incidents (record) FORMAT LineAsString takes NDJSON as it is.
CREATE DATABASE IF NOT EXISTS watchbill;
CREATE DATABASE IF NOT EXISTS watchbill_rows;

CREATE OR REPLACE VIEW watchbill.about AS SELECT 1 AS version;

CREATE TABLE IF NOT EXISTS watchbill_rows.incidents (
  record String CODEC(ZSTD(3)),
  id String DEFAULT JSONExtractString(record, 'id'),
  opened DateTime64(3, 'UTC') DEFAULT parseDateTime64BestEffort(JSONExtractString(record, 'opened'), 3, 'UTC'),
  severity UInt8 DEFAULT JSONExtractUInt(record, 'severity'),
  state LowCardinality(String) DEFAULT JSONExtractString(record, 'state'),
  started Nullable(DateTime64(3, 'UTC')) DEFAULT parseDateTime64BestEffortOrNull(JSONExtractString(record, 'clocks', 'started'), 3, 'UTC'),
  detected Nullable(DateTime64(3, 'UTC')) DEFAULT parseDateTime64BestEffortOrNull(JSONExtractString(record, 'clocks', 'detected'), 3, 'UTC'),
  acknowledged Nullable(DateTime64(3, 'UTC')) DEFAULT parseDateTime64BestEffortOrNull(JSONExtractString(record, 'clocks', 'acknowledged'), 3, 'UTC'),
  mitigated Nullable(DateTime64(3, 'UTC')) DEFAULT parseDateTime64BestEffortOrNull(JSONExtractString(record, 'clocks', 'mitigated'), 3, 'UTC'),
  resolved Nullable(DateTime64(3, 'UTC')) DEFAULT parseDateTime64BestEffortOrNull(JSONExtractString(record, 'clocks', 'resolved'), 3, 'UTC'),
  closed Nullable(DateTime64(3, 'UTC')) DEFAULT parseDateTime64BestEffortOrNull(JSONExtractString(record, 'clocks', 'closed'), 3, 'UTC'),
  workloads Array(LowCardinality(String)) DEFAULT arrayDistinct(JSONExtract(record, 'workloads', 'Array(String)')),
  team LowCardinality(String) DEFAULT JSONExtractString(record, 'team'),
  people Array(String) DEFAULT arrayFilter(person -> person != '', arrayPushBack(arrayMap(role -> JSONExtractString(role, 'person'), JSONExtractArrayRaw(record, 'roles')), JSONExtractString(record, 'assignee'))),
  activity LowCardinality(String) DEFAULT JSONExtractString(record, 'activity'),
  plan LowCardinality(String) DEFAULT JSONExtractString(record, 'plan', 'id'),
  problem LowCardinality(String) DEFAULT JSONExtractString(record, 'problem'),
  factors Array(LowCardinality(String)) DEFAULT JSONExtract(record, 'factors', 'Array(String)'),
  review_factors Array(LowCardinality(String)) DEFAULT JSONExtract(record, 'review', 'factors', 'Array(String)'),
  labels Array(LowCardinality(String)) DEFAULT arrayDistinct(JSONExtract(record, 'labels', 'Array(String)')),
  detection LowCardinality(String) DEFAULT JSONExtractString(record, 'detection'),
  reassignments Nullable(Int64) DEFAULT JSONExtract(record, 'reassignments', 'Nullable(Int64)'),
  returns Nullable(Int64) DEFAULT JSONExtract(record, 'returns', 'Nullable(Int64)'),
  reopened Nullable(Int64) DEFAULT JSONExtract(record, 'reopened', 'Nullable(Int64)'),
  sla_met Nullable(Bool) DEFAULT JSONExtract(record, 'slaMet', 'Nullable(Bool)'),
  reviewed Bool DEFAULT JSONHas(record, 'review'),
  held Nullable(DateTime64(3, 'UTC')) DEFAULT parseDateTime64BestEffortOrNull(JSONExtractString(record, 'review', 'heldAt'), 3, 'UTC'),
  words String DEFAULT lowerUTF8(concat(id, ' \x01 ', JSONExtractString(record, 'title'), ' \x01 ', JSONExtractString(record, 'impact'), ' \x01 ', arrayStringConcat(labels, ' \x01 '), ' \x01 ', problem)) CODEC(ZSTD(3)),
  INDEX by_id id TYPE bloom_filter(0.001) GRANULARITY 1,
  -- The roll-up: the engine answers from it whatever it can, and keeps it true when rows come and go.
  PROJECTION days (SELECT toDate(opened, 'UTC'), severity, team, count() GROUP BY toDate(opened, 'UTC'), severity, team)
) ENGINE = MergeTree ORDER BY (opened, id) SETTINGS lightweight_mutation_projection_mode = 'rebuild';

CREATE TABLE IF NOT EXISTS watchbill_rows.timeline (
  record String CODEC(ZSTD(3)),
  id String DEFAULT JSONExtractString(record, 'id'),
  incident String DEFAULT JSONExtractString(record, 'incident'),
  at DateTime64(3, 'UTC') DEFAULT parseDateTime64BestEffort(JSONExtractString(record, 'at'), 3, 'UTC'),
  sequence Int64 DEFAULT JSONExtractInt(record, 'sequence'),
  kind LowCardinality(String) DEFAULT JSONExtractString(record, 'kind'),
  words String DEFAULT lowerUTF8(concat(JSONExtractString(record, 'text'), ' \x01 ', JSONExtractString(record, 'actor'), ' \x01 ', JSONExtractString(record, 'from'), ' \x01 ', JSONExtractString(record, 'to'))) CODEC(ZSTD(3)),
  INDEX by_id id TYPE bloom_filter(0.001) GRANULARITY 1,
  INDEX by_time at TYPE minmax GRANULARITY 1
) ENGINE = MergeTree ORDER BY (incident, at, sequence, id);

CREATE TABLE IF NOT EXISTS watchbill_rows.events (
  record String CODEC(ZSTD(3)),
  id String DEFAULT JSONExtractString(record, 'id'),
  at DateTime64(3, 'UTC') DEFAULT parseDateTime64BestEffort(JSONExtractString(record, 'at'), 3, 'UTC'),
  until Nullable(DateTime64(3, 'UTC')) DEFAULT parseDateTime64BestEffortOrNull(JSONExtractString(record, 'until'), 3, 'UTC'),
  kind LowCardinality(String) DEFAULT JSONExtractString(record, 'kind'),
  rule LowCardinality(String) DEFAULT JSONExtractString(record, 'rule'),
  planned Bool DEFAULT JSONExtractBool(record, 'planned'),
  pages Nullable(Bool) DEFAULT JSONExtract(record, 'pages', 'Nullable(Bool)'),
  severity UInt8 DEFAULT JSONExtractUInt(record, 'severity'),
  outcome LowCardinality(String) DEFAULT JSONExtractString(record, 'outcome'),
  workloads Array(LowCardinality(String)) DEFAULT arrayDistinct(JSONExtract(record, 'workloads', 'Array(String)')),
  incident String DEFAULT JSONExtractString(record, 'incident'),
  words String DEFAULT lowerUTF8(concat(id, ' \x01 ', JSONExtractString(record, 'title'), ' \x01 ', rule)) CODEC(ZSTD(3)),
  INDEX by_id id TYPE bloom_filter(0.001) GRANULARITY 1,
  INDEX by_incident incident TYPE bloom_filter(0.001) GRANULARITY 1
) ENGINE = MergeTree ORDER BY (at, id);

CREATE TABLE IF NOT EXISTS watchbill_rows.problems (
  record String,
  id String DEFAULT JSONExtractString(record, 'id'),
  state LowCardinality(String) DEFAULT JSONExtractString(record, 'state'),
  owner String DEFAULT JSONExtractString(record, 'owner'),
  workloads Array(String) DEFAULT JSONExtract(record, 'workloads', 'Array(String)'),
  words String DEFAULT lowerUTF8(concat(id, ' \x01 ', JSONExtractString(record, 'title'), ' \x01 ', arrayStringConcat(JSONExtract(record, 'factors', 'Array(String)'), ' \x01 '), ' \x01 ', JSONExtractString(record, 'workaround')))
) ENGINE = MergeTree ORDER BY id;

CREATE TABLE IF NOT EXISTS watchbill_rows.improvements (
  record String,
  id String DEFAULT JSONExtractString(record, 'id'),
  due Int64 DEFAULT ifNull(toUnixTimestamp64Milli(parseDateTime64BestEffortOrNull(JSONExtractString(record, 'due'), 3, 'UTC')), 9223372036854775807),
  state LowCardinality(String) DEFAULT JSONExtractString(record, 'state'),
  owner String DEFAULT JSONExtractString(record, 'owner'),
  activity String DEFAULT JSONExtractString(record, 'activity'),
  incident String DEFAULT JSONExtractString(record, 'incident'),
  words String DEFAULT lowerUTF8(concat(id, ' \x01 ', JSONExtractString(record, 'title')))
) ENGINE = MergeTree ORDER BY (due, id);

CREATE TABLE IF NOT EXISTS watchbill_rows.workloads (
  record String,
  id String DEFAULT JSONExtractString(record, 'id'),
  name String DEFAULT JSONExtractString(record, 'name'),
  tier Nullable(Float64) DEFAULT JSONExtract(record, 'tier', 'Nullable(Float64)'),
  team String DEFAULT JSONExtractString(record, 'team'),
  tags Array(String) DEFAULT JSONExtract(record, 'tags', 'Array(String)'),
  words String DEFAULT lowerUTF8(concat(id, ' \x01 ', name, ' \x01 ', arrayStringConcat(JSONExtract(record, 'aliases', 'Array(String)'), ' \x01 '), ' \x01 ', JSONExtractString(record, 'description'), ' \x01 ', JSONExtractString(record, 'group'), ' \x01 ', arrayStringConcat(tags, ' \x01 ')))
) ENGINE = MergeTree ORDER BY (name, id);

CREATE TABLE IF NOT EXISTS watchbill_rows.activities (
  record String,
  id String DEFAULT JSONExtractString(record, 'id'),
  workload String DEFAULT JSONExtractString(record, 'workload'),
  name String DEFAULT JSONExtractString(record, 'name'),
  kind LowCardinality(String) DEFAULT JSONExtractString(record, 'kind'),
  automation LowCardinality(String) DEFAULT JSONExtractString(record, 'automation', 'level'),
  risk LowCardinality(String) DEFAULT JSONExtractString(record, 'risk'),
  tags Array(String) DEFAULT JSONExtract(record, 'tags', 'Array(String)'),
  events Array(String) DEFAULT JSONExtract(record, 'events', 'Array(String)'),
  pages Nullable(Bool) DEFAULT JSONExtract(record, 'pages', 'Nullable(Bool)'),
  words String DEFAULT lowerUTF8(concat(id, ' \x01 ', name, ' \x01 ', JSONExtractString(record, 'description'), ' \x01 ', arrayStringConcat(events, ' \x01 '), ' \x01 ', arrayStringConcat(tags, ' \x01 ')))
) ENGINE = MergeTree ORDER BY (workload, name, id);

CREATE TABLE IF NOT EXISTS watchbill_rows.assignments (
  record String,
  id String DEFAULT JSONExtractString(record, 'id'),
  activity String DEFAULT JSONExtractString(record, 'activity'),
  party String DEFAULT JSONExtractString(record, 'party'),
  role LowCardinality(String) DEFAULT JSONExtractString(record, 'role'),
  claim LowCardinality(String) DEFAULT JSONExtractString(record, 'claim')
) ENGINE = MergeTree ORDER BY (activity, id);

CREATE TABLE IF NOT EXISTS watchbill_rows.parties (
  record String,
  id String DEFAULT JSONExtractString(record, 'id'),
  name String DEFAULT JSONExtractString(record, 'name'),
  type LowCardinality(String) DEFAULT JSONExtractString(record, 'type'),
  teams Array(String) DEFAULT JSONExtract(record, 'teams', 'Array(String)'),
  active Nullable(Bool) DEFAULT JSONExtract(record, 'active', 'Nullable(Bool)'),
  words String DEFAULT lowerUTF8(concat(id, ' \x01 ', name, ' \x01 ', arrayStringConcat(JSONExtract(record, 'aliases', 'Array(String)'), ' \x01 '), ' \x01 ', arrayStringConcat(JSONExtract(record, 'tags', 'Array(String)'), ' \x01 ')))
) ENGINE = MergeTree ORDER BY (name, id);

CREATE TABLE IF NOT EXISTS watchbill_rows.requests (
  record String,
  id String DEFAULT JSONExtractString(record, 'id'),
  activity String DEFAULT JSONExtractString(record, 'activity'),
  proposed DateTime64(3, 'UTC') DEFAULT parseDateTime64BestEffort(JSONExtractString(record, 'proposedAt'), 3, 'UTC'),
  state LowCardinality(String) DEFAULT JSONExtractString(record, 'state'),
  kind LowCardinality(String) DEFAULT JSONExtractString(record, 'kind'),
  parties Array(String) DEFAULT arrayMap(step -> JSONExtractString(step, 'party'), JSONExtractArrayRaw(record, 'steps')),
  words String DEFAULT lowerUTF8(concat(id, ' \x01 ', activity, ' \x01 ', JSONExtractString(record, 'reason'), ' \x01 ', JSONExtractString(record, 'proposer'), ' \x01 ', JSONExtractString(record, 'plan')))
) ENGINE = MergeTree ORDER BY (proposed, id);

-- What is asked: all shards of the cluster `watchbill` (config.d/cluster.xml), be it one.
CREATE TABLE IF NOT EXISTS watchbill.incidents AS watchbill_rows.incidents ENGINE = Distributed(watchbill, watchbill_rows, incidents, cityHash64(id));
CREATE TABLE IF NOT EXISTS watchbill.timeline AS watchbill_rows.timeline ENGINE = Distributed(watchbill, watchbill_rows, timeline, cityHash64(incident));
CREATE TABLE IF NOT EXISTS watchbill.events AS watchbill_rows.events ENGINE = Distributed(watchbill, watchbill_rows, events, cityHash64(id));
CREATE TABLE IF NOT EXISTS watchbill.problems AS watchbill_rows.problems ENGINE = Distributed(watchbill, watchbill_rows, problems, cityHash64(id));
CREATE TABLE IF NOT EXISTS watchbill.improvements AS watchbill_rows.improvements ENGINE = Distributed(watchbill, watchbill_rows, improvements, cityHash64(id));
CREATE TABLE IF NOT EXISTS watchbill.workloads AS watchbill_rows.workloads ENGINE = Distributed(watchbill, watchbill_rows, workloads, cityHash64(id));
CREATE TABLE IF NOT EXISTS watchbill.activities AS watchbill_rows.activities ENGINE = Distributed(watchbill, watchbill_rows, activities, cityHash64(id));
CREATE TABLE IF NOT EXISTS watchbill.assignments AS watchbill_rows.assignments ENGINE = Distributed(watchbill, watchbill_rows, assignments, cityHash64(id));
CREATE TABLE IF NOT EXISTS watchbill.parties AS watchbill_rows.parties ENGINE = Distributed(watchbill, watchbill_rows, parties, cityHash64(id));
CREATE TABLE IF NOT EXISTS watchbill.requests AS watchbill_rows.requests ENGINE = Distributed(watchbill, watchbill_rows, requests, cityHash64(id));
