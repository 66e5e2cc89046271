#!/bin/bash
# The preset pix2pix-emoji beside what it is held against: the same generator without a judge (L1 only) in the same minutes, and the look-up, which
# `evaluate` prints as a baseline. tests/bench/pix2pix.sh OUT [SEED [MINUTES]]: the preset's rounds, or as many as go into the minutes; what is there
# already goes on or is left alone.
# The minutes are counted in rounds, by the pace of each on a quiet machine, so that what else the machine does later favours neither.
set -euo pipefail
cd "$(dirname "$0")/../.."
cli=build/release/bin/ganvas-cli
out=${1:?usage: tests/bench/pix2pix.sh OUT [SEED [MINUTES]]}
seed=${2:-1}
minutes=${3:-}
rounds=$(sed -n 's/.*"steps": \([0-9]*\).*/\1/p' resources/presets/pix2pix-emoji.json)
common=(--family pix2pix --data emoji --preset pix2pix-emoji --seed "$seed")
l1_only=(adversarial=false diversity=0 perceptual=0 l1=100)
bf16=()
if grep -qE 'avx512_bf16|amx_bf16' /proc/cpuinfo; then bf16=(precision=bfloat16); fi
mkdir -p "$out"

# pace NAME [KEY=VALUE...]: rounds in three minutes, kept in a file. (device=auto is the default; --set takes at least one.)
pace() {
  local name=$1
  shift
  if [[ ! -s $out/$name.pace ]]; then
    "$cli" --json train "${common[@]}" --run "$out/$name-pace" --minutes 3 --set device=auto "${bf16[@]}" "$@" | sed -n 's/.*"step": *\([0-9]*\).*/\1/p' >"$out/$name.pace"
    rm -r "$out/$name-pace"
  fi
  cat "$out/$name.pace"
}

# train NAME ROUNDS [KEY=VALUE...]
train() {
  local name=$1 steps=$2
  shift 2
  if [[ -e $out/$name/config.json ]]; then
    "$cli" train --run "$out/$name" --resume --steps "$steps"
  else
    "$cli" train "${common[@]}" --run "$out/$name" --steps "$steps" --set "schedule_steps=$steps" "${bf16[@]}" "$@"
  fi
}

if [[ -n $minutes ]]; then rounds=$((minutes * $(pace pix2pix) / 3)); fi
l1_rounds=$((rounds * $(pace l1-only "${l1_only[@]}") / $(pace pix2pix)))
train pix2pix "$rounds"
train l1-only "$l1_rounds" "${l1_only[@]}"
for name in pix2pix l1-only; do
  echo "== $name"
  "$cli" evaluate --run "$out/$name" --metrics l1,ssim,colour,spread,frechet
done
