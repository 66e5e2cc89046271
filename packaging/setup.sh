# Set-up that ./run and ./test share: options, packages, LibTorch, configure and build. Sourced, not run.
# Bash only; no locale, display, git, sudo (as root) or open standard input is needed.
# shellcheck shell=bash disable=SC2034 # what parseOptions sets, run and test read

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
buildDir=$root/build/release
pipDir=$root/build/torch-pip

install=yes       # --no-install
buildOnly=no      # --build-only
torchChoice=      # --torch: pip, system or a folder; empty keeps what the build folder has, at first the system's
programArgs=()    # what follows --

say() { printf '%s\n' "$*" >&2; }
fail() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit "${failStatus:-1}"; }

# ---------------------------------------------------------------- options

usage() {
  cat <<EOF
Usage: ./${0##*/} [--no-install] [--build-only] [--torch=pip|system|PATH] [-- $1]

  --no-install    install nothing; where something is missing, say what
  --build-only    install and build, then stop
  --torch=pip     build with PyPI's newest LibTorch (in build/torch-pip; with CUDA where there is an NVIDIA GPU)
  --torch=PATH    build with an unpacked LibTorch, or a Python torch package
  --torch=system  go back to the distribution's LibTorch, which is the default
  --              what follows goes to $2
EOF
}

# parseOptions "ARGUMENTS' NAME" "WHO TAKES THEM" "$@"
parseOptions() {
  local name=$1 who=$2
  shift 2
  while (($#)); do
    case $1 in
      --no-install) install=no ;;
      --build-only) buildOnly=yes ;;
      --torch=?*) torchChoice=${1#--torch=} ;;
      -h | --help) usage "$name" "$who"; exit 0 ;;
      --) shift; programArgs=("$@"); break ;;
      *) failStatus=2 fail "unknown option $1; ./${0##*/} --help lists the options, and -- comes before what is meant for $who." ;;
    esac
    shift
  done
  case $torchChoice in
    '' | pip | system) ;;
    *)
      [[ -d $torchChoice ]] || failStatus=2 fail "--torch=$torchChoice is not a folder; give pip, system or the folder of an unpacked LibTorch."
      torchChoice=$(cd "$torchChoice" && pwd -P)
      ;;
  esac
}

# What Qt and ccache take for granted and a bare machine does not have.
prepareEnvironment() {
  [[ -n ${HOME:-} ]] || { HOME=$(getent passwd "$(id -u)" | cut -d: -f6); export HOME; }
  [[ $(locale charmap 2>/dev/null) == UTF-8 ]] || export LC_ALL=C.UTF-8
}

# ---------------------------------------------------------------- packages

buildPackages=(
  g++ cmake ninja-build ccache
  qt6-base-dev qt6-svg-dev libqt6svg6 qt6-l10n-tools qt6-translations-l10n libqcustomplot-dev
  libopencv-core-dev libopencv-imgproc-dev libopencv-imgcodecs-dev libopencv-videoio-dev
  pkgconf librsvg2-dev libwebp-dev libgif-dev
  nlohmann-json3-dev libspdlog-dev libcli11-dev zlib1g-dev libxxhash-dev
  libfreetype-dev libharfbuzz-dev libpugixml-dev
  dataset-fashion-mnist fonts-noto-color-emoji unicode-data fonts-inter)
torchPackages=(libtorch-dev libopenblas0-openmp)
testPackages=(libgtest-dev libgmock-dev xvfb xauth xdotool imagemagick desktop-file-utils appstream unicode-cldr-core)

asRoot() {
  if ((EUID == 0)); then "$@"; else sudo "$@"; fi
}

aptGet() {
  asRoot env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 apt-get -o DPkg::Lock::Timeout=600 "$@" </dev/null
}

missingPackages() {
  local installed name
  # dpkg-query exits 1 and prints nothing for a name that it has never heard of.
  installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || true)
  for name; do
    grep -qxF "$name installed" <<<"$installed" || echo "$name"
  done
}

nameSystem() {
  local id='' version='' title='this system'
  if [[ -r /etc/os-release ]]; then
    id=$(. /etc/os-release && echo "${ID:-}")
    version=$(. /etc/os-release && echo "${VERSION_ID:-}")
    title=$(. /etc/os-release && echo "${PRETTY_NAME:-$title}")
  fi
  case $id-$version in
    debian-12 | debian-13) ;;
    *) say "Ganvas is tried on Debian 12 and 13; $title is untested." ;;
  esac
}

# installPackages NAME...: brings what is missing, after saying what and how large.
installPackages() {
  local missing plan
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    [[ $install == no ]] || say "There is no apt here, so nothing is installed. Ganvas is built from what Debian calls: $*"
    return 0
  fi
  mapfile -t missing < <(missingPackages "$@")
  ((${#missing[@]})) || return 0
  if [[ $install == no ]]; then
    say "Not installed: ${missing[*]}"
    say "Without --no-install they are installed; by hand: apt-get install --no-install-recommends ${missing[*]}"
    return 0
  fi
  nameSystem
  say "To be installed with apt: ${missing[*]}"
  if ((EUID != 0)) && ! command -v sudo >/dev/null; then
    fail "installing needs root and there is no sudo; let an administrator run: apt-get install --no-install-recommends ${missing[*]}"
  fi
  aptGet -qq update >&2 || say "The package lists could not be refreshed; going on with those that are here."
  plan=$(aptGet install --assume-no --no-install-recommends "${missing[@]}" 2>&1 || true)
  if grep '^E: ' <<<"$plan" >&2; then
    fail "apt cannot install this; the lines above say why. (LibTorch can also come from elsewhere: ./${0##*/} --torch=pip)"
  fi
  sed -n -E '/ newly installed|^Need to get|^After this operation/p' <<<"$plan" | sed 's/^/  /' >&2
  say "Installing; what apt says goes to build/install.log."
  aptGet -qq -y -o Dpkg::Use-Pty=0 install --no-install-recommends "${missing[@]}" >"$(installLog)" 2>&1 ||
    { tail -n 30 "$(installLog)" >&2; fail "apt did not finish; its last lines are above, all of them in $(installLog)."; }
}

installLog() {
  mkdir -p "$root/build"
  echo "$root/build/install.log"
}

# ---------------------------------------------------------------- LibTorch

cached() { # a variable of the build folder's CMake cache
  [[ -r $buildDir/CMakeCache.txt ]] && sed -n -E "s/^$1:[A-Z]+=//p" "$buildDir/CMakeCache.txt"
}

hasGpu() { command -v nvidia-smi >/dev/null && nvidia-smi -L 2>/dev/null | grep -q '^GPU'; }

# Where pip put torch, or nothing.
pipTorch() {
  local path
  for path in "$pipDir"/lib/python3*/site-packages/torch; do
    [[ -e $path/lib/libtorch_cpu.so ]] && echo "$path"
  done
}

# Of a torch wheel, Ganvas needs the libraries only: without a GPU two of CUDA's (libtorch_cpu.so names them), with one all that
# the wheel asks for. Which versions, the wheel itself says.
torchRequirements() {
  "$pipDir/bin/python" - "$1" <<'EOF'
import importlib.metadata, re, sys
lean = ("nvidia-cuda-runtime", "nvidia-cuda-cupti")
for line in importlib.metadata.requires("torch") or []:
    name, extras, version = re.match(r"([\w.-]+)\s*(?:\[([^\]]*)\])?\s*([^;]*)", line).groups()
    version = version.strip().strip("()")
    if name == "cuda-toolkit":
        wanted = extras if sys.argv[1] == "full" else "cudart,cupti"
        print(f"{name}[{wanted}]{version}")
    elif name.startswith("nvidia-") and (sys.argv[1] == "full" or name.startswith(lean)):
        print(f"{name}{version}")
EOF
}

installPipTorch() {
  local form=lean requirements
  if hasGpu; then form=full; fi
  if [[ -n $(pipTorch) && -e $pipDir/$form ]]; then return 0; fi
  if [[ $install == no ]]; then
    fail "LibTorch from PyPI is not in build/torch-pip yet; without --no-install it is fetched."
  fi
  if ! python3 -c 'import ensurepip, venv' 2>/dev/null; then installPackages python3-venv; fi
  if [[ $form == full ]]; then
    say "Fetching PyPI's newest torch with its CUDA libraries into build/torch-pip (about 2.5 GB)."
  else
    say "Fetching PyPI's newest torch without its CUDA libraries into build/torch-pip (about 0.6 GB)."
  fi
  rm -rf "$pipDir"
  python3 -m venv "$pipDir"
  "$pipDir/bin/python" -m pip install --quiet --no-cache-dir --no-deps torch >&2
  mapfile -t requirements < <(torchRequirements "$form")
  if ((${#requirements[@]})); then
    "$pipDir/bin/python" -m pip install --quiet --no-cache-dir --no-warn-conflicts "${requirements[@]}" >&2
  fi
  touch "$pipDir/$form"
}

# Sets torchPath: the folder that CMake gets as GANVAS_TORCH, empty for the system's.
chooseTorch() {
  torchPath=$(cached GANVAS_TORCH || true)
  if [[ -n $torchPath && ! -d $torchPath ]]; then torchPath=; fi
  case $torchChoice in
    '') [[ -z $torchPath ]] || say "LibTorch as chosen before: $torchPath (--torch=system goes back to the distribution's)." ;;
    system) torchPath= ;;
    pip) installPipTorch; torchPath=$(pipTorch) ;;
    *) torchPath=$torchChoice ;;
  esac
  if [[ -z $torchPath ]] && hasGpu; then
    say "There is an NVIDIA GPU here: ./${0##*/} --torch=pip builds Ganvas with PyPI's LibTorch and CUDA."
  fi
}

# ---------------------------------------------------------------- build

# As many compilers as there are cores, but not more than memory holds: one that reads torch's headers takes up to 2 GB.
jobs() {
  local cores memory
  cores=$(nproc)
  memory=$(awk '/^MemAvailable:/ {print int($2 / 2000000)}' /proc/meminfo 2>/dev/null || echo 1)
  ((memory >= 1)) || memory=1
  echo $((cores < memory ? cores : memory))
}

# configure ON|OFF: with or without tests. Does nothing where the build folder is as wished; ninja sees changed CMake files itself.
configure() {
  local tests=$1 options=()
  if [[ -e $buildDir/build.ninja && $(cached GANVAS_TORCH) == "$torchPath" && $(cached CMAKE_HOME_DIRECTORY) == "$root" ]]; then
    if [[ $tests == OFF || $(cached GANVAS_TESTS) == ON ]]; then return 0; fi
  fi
  if [[ $(cached GANVAS_TORCH) != "$torchPath" ]]; then options+=(-U 'GanvasTorch_*'); fi
  if [[ -e $buildDir/CMakeCache.txt && $(cached CMAKE_HOME_DIRECTORY) != "$root" ]]; then
    rm -rf "$buildDir" # a clone that was moved
  fi
  mkdir -p "$buildDir"
  (cd "$root" && cmake --preset release -DGANVAS_TESTS="$tests" -DGANVAS_TORCH="$torchPath" "${options[@]}") >"$buildDir/configure.log" 2>&1 ||
    { cat "$buildDir/configure.log" >&2; fail "CMake could not prepare the build; its lines above say what is missing."; }
}

# build [TARGET...]
build() {
  local targets=()
  if (($#)); then targets=(--target "$@"); fi
  cmake --build "$buildDir" --parallel "$(jobs)" "${targets[@]}" >&2 || fail "the build failed; the compiler's lines above say where."
}

# setUp ON|OFF [TARGET...]: packages, LibTorch, configure, build.
setUp() {
  local tests=$1 packages=("${buildPackages[@]}")
  shift
  prepareEnvironment
  if [[ $torchChoice == system || -z $torchChoice && -z $(cached GANVAS_TORCH) ]]; then packages+=("${torchPackages[@]}"); fi
  if [[ $tests == ON ]]; then packages+=("${testPackages[@]}"); fi
  if [[ -n ${WAYLAND_DISPLAY:-} && -z ${DISPLAY:-} ]]; then packages+=(qt6-wayland); fi
  installPackages "${packages[@]}"
  chooseTorch
  configure "$tests"
  build "$@"
}
