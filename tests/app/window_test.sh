#!/bin/bash
# The real window on a real X server, used with the mouse: Start on Home, 50 rounds, pause, close. Nothing of Qt may complain.
#   window_test.sh PROGRAM
set -euo pipefail
program=$1
for tool in Xvfb xdotool; do command -v "$tool" >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }; done
[[ -e /usr/share/datasets/fashion-mnist ]] || { echo "skipped: dataset-fashion-mnist is not installed"; exit 77; }

scratch=$(mktemp -d)
server= window=
cleanup() {
  kill ${window:+"$window"} ${server:+"$server"} 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$scratch"
}
trap cleanup EXIT
fail() { echo "FAILED: $*"; cat "$scratch/log" 2>/dev/null; exit 1; }
# eventually SECONDS COMMAND...: the limit only ends a test that hangs
eventually() {
  local end=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do ((SECONDS < end)) || return 1; sleep 0.2; done
}

mkdir -m 700 "$scratch/runtime"
export XDG_RUNTIME_DIR=$scratch/runtime XDG_DATA_HOME=$scratch/data XDG_CONFIG_HOME=$scratch/config XDG_CACHE_HOME=$scratch/cache QT_QPA_PLATFORM=xcb
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$scratch/display" 2>/dev/null &
server=$!
eventually 20 test -s "$scratch/display" || fail "Xvfb did not start"
DISPLAY=:$(cat "$scratch/display")
export DISPLAY

"$program" >"$scratch/log" 2>&1 &
window=$!
eventually 60 xdotool search --onlyvisible --name Ganvas || fail "no window appeared"
id=$(xdotool search --onlyvisible --name Ganvas | tail -1)
xdotool windowmove --sync "$id" 0 0 windowsize "$id" 1280 800
sleep 1

click() { xdotool mousemove "$1" "$2" sleep 0.1 click 1; }
click 246 335  # Start training, on Home
samples() { ls "$XDG_DATA_HOME"/ganvas/runs/*/samples/000000064.png; }
eventually 300 samples || fail "no run reached 64 rounds"
click 166 62   # Pause
sleep 2
xdotool key ctrl+q
sleep 1
click 583 407  # Stop and close
eventually 60 bash -c "! kill -0 $window" || fail "the window did not close"
wait "$window" || fail "the program ended with $?"
window=
checkpoints=("$XDG_DATA_HOME"/ganvas/runs/*/checkpoints/*.safetensors)
[[ -e ${checkpoints[0]} ]] || fail "closing lost the run"
[[ ! -s $scratch/log ]] || fail "the program complained"
echo "ok"
