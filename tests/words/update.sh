#!/bin/bash
# update.sh TOLD_WORDS LUPDATE: brings the words of window and engine into every resources/translations/ganvas_*.ts; words that are gone go.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
words=$(mktemp -d)
trap 'rm -rf "$words"' EXIT
GANVAS_RESOURCES=$root/resources "$1" >"$words/engine.cpp"
cd "$root"
for file in resources/translations/ganvas_*.ts; do
  options=(-I . -no-obsolete -locations none -source-language en_US)
  [[ $file == */ganvas_en.ts ]] && options+=(-pluralonly) # English needs its plurals only
  "$2" "${options[@]}" ui app/window "$words/engine.cpp" -ts "$file"
done
