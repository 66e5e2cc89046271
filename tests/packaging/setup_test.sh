#!/bin/bash
# ./run and ./test: their options, and that nothing is installed or built where the command line is wrong or says so.
# shellcheck disable=SC2016,SC2317
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
failures=0

# expect STATUS TEXT COMMAND...: the command ends with STATUS and its output contains TEXT
expect() {
  local status=$1 text=$2 output actual
  shift 2
  output=$("$@" 2>&1 </dev/null)
  actual=$?
  if [[ $actual != "$status" || $output != *"$text"* ]]; then
    echo "FAILED: $* ended with $actual, expected $status and '$text'. It said: $output"
    failures=$((failures + 1))
  fi
}

for script in run test; do
  expect 0 "--torch=pip" "$root/$script" --help
  expect 2 "unknown option --bogus" "$root/$script" --bogus
  expect 2 "not a folder" "$root/$script" --torch=/nonexistent/torch
done

# inSetup COMMAND: with the functions of setup.sh, in a copy without build folder
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/packaging"
cp "$root/packaging/setup.sh" "$scratch/packaging/"
inSetup() { bash -euo pipefail -c ". '$scratch/packaging/setup.sh'; $1"; }

expect 0 "[a b][--c]" inSetup 'parseOptions X y --no-install -- "a b" --c; printf "[%s]" "${programArgs[@]}"'
expect 0 "no yes" inSetup 'parseOptions X y --build-only --no-install; echo $install $buildOnly'
expect 0 "torch=pip" inSetup 'parseOptions X y --torch=pip; echo torch=$torchChoice'
expect 0 "torch=$scratch/packaging" inSetup "parseOptions X y --torch=$scratch/packaging; echo torch=\$torchChoice"
expect 0 "jobs ok" inSetup '(($(jobs) >= 1 && $(jobs) <= $(nproc))) && echo jobs ok'
expect 0 "choice=<>" inSetup 'chooseTorch 2>/dev/null; echo "choice=<$torchPath>"'
expect 1 "not in build/torch-pip" inSetup 'parseOptions X y --no-install --torch=pip; chooseTorch'

# What is missing is told apart from what is there; --no-install names it and installs nothing.
if command -v dpkg-query >/dev/null; then
  expect 0 "<ganvas-has-no-such-package>" inSetup 'echo "<$(missingPackages bash ganvas-has-no-such-package)>"'
  if command -v apt-get >/dev/null; then
    expect 0 "Not installed: ganvas-has-no-such-package" inSetup 'install=no; installPackages bash ganvas-has-no-such-package'
  fi
fi

# The cache of an earlier build is read, with its choice of LibTorch.
mkdir -p "$scratch/build/release" "$scratch/torch"
printf 'GANVAS_TESTS:BOOL=ON\nGANVAS_TORCH:PATH=%s\n' "$scratch/torch" >"$scratch/build/release/CMakeCache.txt"
expect 0 "tests=ON" inSetup 'echo "tests=$(cached GANVAS_TESTS)"'
expect 0 "choice=<$scratch/torch>" inSetup 'chooseTorch 2>/dev/null; echo "choice=<$torchPath>"'
expect 0 "choice=<>" inSetup 'torchChoice=system; chooseTorch 2>/dev/null; echo "choice=<$torchPath>"'

((failures == 0)) && echo "all as expected"
exit $((failures > 0))
