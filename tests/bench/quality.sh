#!/bin/bash
# The trainings behind the README's tables of results: trains, evaluates, draws a grid. Resumable: call it again and it goes on.
#   tests/bench/quality.sh OUT [ROW...]
# Rows: dcgan fc-gan cgan infogan sgan losses collapse; all where none is named. MNIST is found as the catalogue finds it (GANVAS_DATA names a
# folder that holds mnist/). GANVAS_CLI names another program than build/release/bin/ganvas-cli; GANVAS_THREADS=1 leaves a core to others.
set -euo pipefail
out=${1:?give a folder for the runs}; shift
rows=("$@"); ((${#rows[@]})) || rows=(dcgan fc-gan cgan infogan sgan losses collapse)
cli=${GANVAS_CLI:-$(cd "$(dirname "$0")/../.." && pwd)/build/release/bin/ganvas-cli}
mkdir -p "$out"

# run NAME FAMILY DATA SEED MINUTES [key=value...]: once; what was begun is gone on with.
run() {
  local name=$1 family=$2 data=$3 seed=$4 minutes=$5 dir="$out/$1-seed$4" sets=(); shift 5
  for value in ${GANVAS_THREADS:+threads=$GANVAS_THREADS} "$@"; do sets+=(--set "$value"); done
  if [[ ! -e $dir.evaluate.json ]]; then
    if [[ -e $dir/config.json ]]; then
      "$cli" train --run "$dir" --resume --minutes "$minutes" --json >"$dir.train.json"
    else
      "$cli" train --family "$family" --data "$data" --run "$dir" --seed "$seed" --minutes "$minutes" ${sets[@]+"${sets[@]}"} --json >"$dir.train.json"
    fi
    "$cli" generate --run "$dir" --count 100 --seed 1 --out "$dir.png" >/dev/null
    "$cli" evaluate --run "$dir" --json >"$dir.evaluate.part" && mv "$dir.evaluate.part" "$dir.evaluate.json"
  fi
  echo "$name seed $seed, $minutes min: $(cat "$dir.train.json") $(cat "$dir.evaluate.json")"
}

for row in "${rows[@]}"; do
  case $row in
    dcgan) for seed in 1 2 3; do run dcgan dcgan fashion-mnist "$seed" 15; done ;;
    fc-gan) run fc-gan fc-gan mnist 1 10 ;;
    cgan) for seed in 1 2; do run cgan cgan fashion-mnist "$seed" 20; done ;;
    infogan) for seed in 1 2 3; do run infogan infogan mnist "$seed" 30; done ;;
    sgan) for seed in 1 2; do run sgan sgan mnist "$seed" 60 label_seed="$seed"; done ;;
    losses)
      for loss in nonsaturating minimax lsgan hinge wgan wgan-gp r3gan; do
        for seed in 1 2; do run "dcgan-$loss" dcgan fashion-mnist "$seed" 5 loss="$loss"; done
      done ;;
    collapse)   # without norm, and with a D that learns ten times more slowly, G runs to where D happens to be fooled
      for cure in loss=nonsaturating minibatch=discrimination pack=2 loss=r3gan; do
        for seed in 1 2; do run "collapse-$cure" fc-gan mnist "$seed" 2 norm_g=none lr_g=0.002 lr_d=0.0002 dropout_d=0 "$cure"; done
      done ;;
    *) echo "There is no row named $row." >&2; exit 2 ;;
  esac
done
