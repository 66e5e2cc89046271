#!/bin/bash
# lessons.sh [GANVAS_CLI] [LESSON...]: does what the lessons say happen, with the shipped seed and with at least four of five others? Runs each
# lesson (all where none is named) without a window and prints every claim with its numbers. Takes minutes. OTHERS=0 looks at the shipped seed only.
set -u
cd "$(dirname "$0")/../.."
cli=${1:-build/release/bin/ganvas-cli}
shift || true
export GANVAS_RESOURCES=${GANVAS_RESOURCES:-$PWD/resources}
lessons=("$@")
if [[ ${#lessons[@]} -eq 0 ]]; then
  mapfile -t lessons < <("$cli" lesson --list | awk '{print $1}')
fi
failed=()
for lesson in "${lessons[@]}"; do
  echo "== $lesson"
  "$cli" lesson --check "$lesson" --others "${OTHERS:-5}" || failed+=("$lesson")
done
if [[ ${#failed[@]} -gt 0 ]]; then
  echo "Not as they say: ${failed[*]}"
  exit 1
fi
echo "All ${#lessons[@]} lessons do what they say."
