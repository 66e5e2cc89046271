#!/bin/bash
# PacGAN's table of points (Lin et al. 2018, table 1): trains its networks by its protocol and evaluates 2500 points. Resumable: call it again and it goes on.
#   tests/bench/pacgan.sh OUT [ring8|grid25...]
# ROUNDS (100 000, a quarter of the paper's), SEEDS ("1 2 3") and PACKS ("1 2") may be set; GANVAS_CLI names another program than
# build/release/bin/ganvas-cli. One thread a run: call it once for each target to use two. `tests/bench/pacgan.sh OUT table` prints what is there.
set -euo pipefail
out=${1:?give a folder for the runs}; shift
cli=${GANVAS_CLI:-$(cd "$(dirname "$0")/../.." && pwd)/build/release/bin/ganvas-cli}
rounds=${ROUNDS:-100000}
mkdir -p "$out"

# A batch counts what D judges, so that a pack of two sees twice as many points, as in the authors' code.
run() {
  local target=$1 pack=$2 seed=$3 dir="$out/$1-pack$2-seed$3"
  [[ -e $dir.evaluate.json ]] && return
  if [[ -e $dir/config.json ]]; then
    "$cli" train --run "$dir" --resume --json >"$dir.train.json"
  else
    "$cli" train --family toy2d --data "$target" --run "$dir" --seed "$seed" --steps "$rounds" --json \
      --set threads=1 latent=2 depth=4 width=400 norm_g=batch depth_d=3 width_d=200 activation_d=maxout init=normal pack="$pack" batch=$((100 * pack)) \
      lr_g=0.0001 lr_d=0.0001 beta1=0.8 beta2=0.999 samples_every=5000 metrics_every=5000 checkpoint_every=5000 >"$dir.train.json"
  fi
  "$cli" evaluate --run "$dir" --samples 2500 --json >"$dir.evaluate.part" && mv "$dir.evaluate.part" "$dir.evaluate.json"
}

# Mean and standard error over the seeds that are there.
table() {
  local target pack metric line
  for target in ring8 grid25; do
    for pack in ${PACKS:-1 2}; do
      compgen -G "$out/$target-pack$pack-seed*.evaluate.json" >/dev/null || continue
      line="$target pack $pack:"
      for metric in modes_captured high_quality reverse_kl js; do
        line+=" $metric $(jq -r ".metrics.$metric.value // .$metric.value // empty" "$out/$target-pack$pack"-seed*.evaluate.json |
          awk '{s += $1; q += $1 * $1} END {m = s / NR; v = NR > 1 ? (q - NR * m * m) / (NR - 1) : 0; printf "%.3f ± %.3f (%d)", m, sqrt((v > 0 ? v : 0) / NR), NR}')"
      done
      echo "$line"
    done
  done
}

[[ ${1:-} == table ]] && { table; exit; }
targets=("$@"); ((${#targets[@]})) || targets=(ring8 grid25)
for seed in ${SEEDS:-1 2 3}; do
  for target in "${targets[@]}"; do
    for pack in ${PACKS:-1 2}; do run "$target" "$pack" "$seed"; done
  done
done
table
