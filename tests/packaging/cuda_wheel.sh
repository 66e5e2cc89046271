#!/bin/bash
# Builds Ganvas against PyPI's CUDA LibTorch in a copy of the sources and checks the programs, on a machine with no GPU too. By hand: it
# fetches 0.6 GB and compiles everything.
#   tests/packaging/cuda_wheel.sh [FOLDER]     the copy stays in FOLDER, so that the next call builds only what changed
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
folder=${1:-$(mktemp -d)}
[[ -n ${1:-} ]] || trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder"
git -C "$root" ls-files -z | tar -C "$root" --null --files-from=- -c | tar -C "$folder" -x
"$folder/run" --torch=pip --build-only
cli=$folder/build/release/bin/ganvas-cli

check() { # check WHAT COMMAND...
  local what=$1
  shift
  if "$@" >"$folder/check.log" 2>&1; then echo "ok: $what"; else
    echo "FAILED: $what"; cat "$folder/check.log"; exit 1
  fi
}
missing() { ! ldd -r "$1" 2>&1 | grep -E 'not found|undefined symbol'; }
told() { # told TEXT COMMAND...: fails, and says so in a sentence
  local text=$1
  shift
  ! "$@" 2>"$folder/told" && grep -q "$text" "$folder/told"
}

check "the wheel is built for CUDA" grep -qE "^cuda.*= *'" "$folder"/build/torch-pip/lib/python3*/site-packages/torch/version.py
check "ganvas-cli finds every symbol" missing "$cli"
check "ganvas finds every symbol" missing "$folder/build/release/bin/ganvas"
mapfile -t families < <("$cli" families --json | grep -oE '"name": *"[a-z0-9-]+"' | cut -d'"' -f4)
dataOf() { # dataOf FAMILY: points for those that work on points
  if "$cli" families --json | tr -d ' \n' | tr '{' '\n' | grep "\"name\":\"$1\"" | grep -q '"field"'; then echo gauss1; else echo fashion-mnist; fi
}
((${#families[@]})) || { echo "FAILED: no families are told"; exit 1; }
for family in "${families[@]}"; do
  check "$family trains" "$cli" train --family "$family" --data "$(dataOf "$family")" --run "$folder/runs/$family-$$" --set steps=3 --device auto
done
if ! nvidia-smi -L >/dev/null 2>&1; then
  check "a missing GPU is a sentence" told "use --device cpu or auto" "$cli" train --family fc-gan --data fashion-mnist --run "$folder/runs/none-$$" --set steps=1 --device cuda
fi
