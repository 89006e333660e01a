#!/bin/sh
# Makes the namespace and its search attributes, and ends when the server works with them. Changes nothing when they are there.
# TEMPORAL_ADDRESS says where, TEMPORAL_NAMESPACE and RETENTION what.
set -eu

# Calls the server until it answers as wanted: it learns of a new namespace only after some seconds.
persist() {
  attempt=1
  until "$@"; do
    if [ "$attempt" -ge 30 ]; then
      echo "Given up after $attempt attempts: $*" >&2
      exit 1
    fi
    attempt=$((attempt + 1))
    sleep 2
  done
}

ensure_namespace() {
  temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" >/dev/null 2>&1 ||
    temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention "$RETENTION"
}

ensure_attribute() {
  temporal operator search-attribute create --namespace "$TEMPORAL_NAMESPACE" --name "$1" --type Keyword
}

usable() {
  temporal workflow count --namespace "$TEMPORAL_NAMESPACE" --query "$1 IS NULL" >/dev/null
}

# Stored in clear: nothing personal may ever stand in them.
attributes='CaseStage CaseKind Division DueDate StuckReason'
persist ensure_namespace
for name in $attributes; do
  persist ensure_attribute "$name"
done
for name in $attributes; do
  persist usable "$name"
done
echo "Namespace $TEMPORAL_NAMESPACE is ready."
