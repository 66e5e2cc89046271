#!/bin/bash
# On a machine with a CUDA card: every family for 200 rounds on it at its defaults, the same rounds held against the processor's, and the
# speed of a large round as a share of the card's best matrix product. By hand, since no test may need a card.
#   tests/bench/cuda.sh OUT [DATA]      DATA: a labelled data set (fashion-mnist)
# GANVAS_BIN names another folder than build/release/bin for the programs (built with --torch=pip, tests too).
set -euo pipefail
out=${1:?give a folder for the runs}; data=${2:-fashion-mnist}
bin=${GANVAS_BIN:-$(cd "$(dirname "$0")/../.." && pwd)/build/release/bin}
mkdir -p "$out"
"$bin/test_train" --gtest_filter='*OnACard*' | tee "$out/test.log" | grep -E '^\[ .*(FAILED|PASSED|SKIPPED)|tolerance|differ' || true
mapfile -t families < <("$bin/ganvas-cli" families --json | grep -oE '"name": *"[a-z0-9-]+"' | cut -d'"' -f4)
dataOf() { # dataOf FAMILY: points for those that work on points
  if "$bin/ganvas-cli" families --json | tr -d ' \n' | tr '{' '\n' | grep "\"name\":\"$1\"" | grep -q '"field"'; then echo gauss1; else echo "$data"; fi
}
for family in "${families[@]}"; do
  "$bin/ganvas-cli" train --family "$family" --data "$(dataOf "$family")" --run "$out/$family" --set steps=200 --device cuda --json 2>"$out/$family.log" >"$out/$family.json" ||
    { echo "$family FAILED"; tail -n 3 "$out/$family.log"; continue; }
  echo "$family: $(cat "$out/$family.json")"
done
"$bin/ganvas-cli" bench cuda-round --json | tee "$out/bench.json"
