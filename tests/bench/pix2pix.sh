#!/bin/bash
# pix2pix on emoji beside what it is held against: the same generator without a judge (L1 only) for the same minutes, and the look-up, which
# `evaluate` prints as a baseline. tests/bench/pix2pix.sh OUT [MINUTES] [SEED]; what is there already goes on or is left alone.
set -euo pipefail
cd "$(dirname "$0")/../.."
cli=build/release/bin/ganvas-cli
out=${1:?usage: tests/bench/pix2pix.sh OUT [MINUTES] [SEED]}
minutes=${2:-90}
seed=${3:-1}
mkdir -p "$out"

# train NAME [ARGUMENT...]: with the preset of the shipped model, for so many minutes in all
train() {
  local name=$1
  shift
  if [[ -e $out/$name/config.json ]]; then
    "$cli" train --run "$out/$name" --resume --minutes "$minutes"
  else
    "$cli" train --family pix2pix --data emoji --preset pix2pix-emoji --run "$out/$name" --seed "$seed" --minutes "$minutes" "$@"
  fi
}

train pix2pix
train l1-only --set adversarial=false --set diversity=0 --set perceptual=0 --set l1=100
for name in pix2pix l1-only; do
  echo "== $name"
  "$cli" evaluate --run "$out/$name" --metrics l1,ssim,colour,spread,frechet
done
