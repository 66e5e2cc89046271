#!/bin/bash
# The trainings behind the README's table of results: trains, evaluates, draws a grid. Resumable: call it again and it goes on.
#   tests/bench/quality.sh OUT [MINUTES [SEED...]]
# DIGITS=FOLDER names a folder with MNIST's IDX files for the fc-gan rows.
set -euo pipefail
out=${1:?give a folder for the runs}; minutes=${2:-15}; shift $(($# > 2 ? 2 : $#))
seeds=("$@"); ((${#seeds[@]})) || seeds=(1 2 3)
cli=$(cd "$(dirname "$0")/../.." && pwd)/build/release/bin/ganvas-cli
mkdir -p "$out"

# row FAMILY DATA SEED MINUTES
row() {
  local run="$out/$1-seed$3"
  if [[ -e $run/config.json ]]; then
    "$cli" train --run "$run" --resume --minutes "$4" --json
  else
    "$cli" train --family "$1" --data "$2" --run "$run" --seed "$3" --minutes "$4" --json
  fi >"$run.train.json"
  "$cli" evaluate --run "$run" --json >"$run.evaluate.json"
  "$cli" generate --run "$run" --count 100 --seed 1 --out "$run.png"
  echo "$1 $2 seed $3, $4 min: $(cat "$run.train.json") $(cat "$run.evaluate.json")"
}

for seed in "${seeds[@]}"; do row dcgan fashion-mnist "$seed" "$minutes"; done
if [[ -n ${DIGITS:-} ]]; then for seed in "${seeds[@]}"; do row fc-gan "$DIGITS" "$seed" "$minutes"; done; fi
