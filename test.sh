#!/usr/bin/env bash
# Installs what the tests need where it is missing, checks the format, builds, and runs every test once.
# The last line says: N passed, N failed, N skipped. The exit code is 0 only when all is well.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
export DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE=1 DOTNET_CLI_UI_LANGUAGE=en
# Nothing may stay behind: no build nodes, no compiler server.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 MSBUILDTERMINALLOGGER=off
no_servers=(-nodeReuse:false -p:UseSharedCompilation=false)

passed=0 failed=0 skipped=0 temporary=""

finish() {
  local code=$?
  trap - EXIT
  [ -z "$temporary" ] || rm -rf -- "$temporary"
  echo "$passed passed, $failed failed, $skipped skipped"
  exit "$code"
}
trap finish EXIT

say() { printf '\n== %s\n' "$*"; }

give_up() {
  echo "$*" >&2
  exit 1
}

has_one_of() {
  local program
  for program in "$@"; do
    command -v "$program" >/dev/null 2>&1 && return 0
  done
  return 1
}

has_postgres() { compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || has_one_of initdb; }

install_missing() {
  local missing=() root=()
  has_one_of chromium chromium-browser google-chrome || missing+=(chromium fonts-liberation fonts-noto-color-emoji)
  has_postgres || missing+=(postgresql)
  [ -e /usr/share/zoneinfo/Europe/Berlin ] || missing+=(tzdata)
  [ "${#missing[@]}" -gt 0 ] || return 0

  has_one_of apt-get || give_up "Es fehlt: ${missing[*]}. Hier gibt es kein apt: bitte von Hand installieren. (Missing, and there is no apt here: please install by hand.)"
  if [ "$(id -u)" -ne 0 ]; then
    has_one_of sudo || give_up "Es fehlt: ${missing[*]}. Installiere es als root oder mit sudo: apt-get install ${missing[*]} (Missing: install as root, or provide sudo.)"
    root=(sudo)
  fi

  say "Install ${missing[*]}"
  "${root[@]}" apt-get update -q
  # RUNLEVEL=1 keeps the package from starting a server of its own; the tests start theirs.
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -q -y --no-install-recommends "${missing[@]}"
}

# One attribute of the result file's <Counters …/>; 0 when there is none.
counter() {
  local value
  value=$(sed -n "s/.*<Counters[^>]* $1=\"\([0-9]*\)\".*/\1/p" "$2" 2>/dev/null | head -n 1 || true)
  echo "${value:-0}"
}

run_tests() {
  local results code=0 total
  temporary=$(mktemp -d "${TMPDIR:-/tmp}/slotbooking-run-XXXXXX")
  chmod 755 "$temporary" # PostgreSQL's own user passes through it
  results="$temporary/results"

  # Whatever a test keeps in a temporary folder is inside ours. A run that hangs is ended.
  TMPDIR="$temporary" timeout --kill-after=30 "${TEST_MINUTES:-25}m" \
    dotnet test artifacts/bin/SlotBooking.Tests/release/SlotBooking.Tests.dll \
    --logger "console;verbosity=normal" --logger "trx;LogFileName=tests.trx" --results-directory "$results" || code=$?

  total=$(counter total "$results/tests.trx")
  passed=$(counter passed "$results/tests.trx")
  failed=$(($(counter failed "$results/tests.trx") + $(counter error "$results/tests.trx") + $(counter timeout "$results/tests.trx") + $(counter aborted "$results/tests.trx")))
  skipped=$((total - passed - failed))
  if [ -f "$results/tests.trx" ]; then
    mkdir -p TestResults
    cp "$results/tests.trx" TestResults/
  fi

  # The database server that the tests started notices that they are gone; it is gone too when its folder is.
  for _ in $(seq 100); do
    compgen -G "$temporary/slotbooking-pg-*" >/dev/null || break
    sleep 0.1
  done

  if [ "$code" -ne 0 ] && [ "$failed" -eq 0 ]; then
    failed=1
    give_up "The test run ended with $code before it could count: that is a failure."
  fi
  [ "$code" -eq 0 ] && [ "$failed" -eq 0 ] || exit 1
  [ "$total" -gt 0 ] || give_up "No test was found: that is a failure."
}

has_one_of dotnet || give_up "Es fehlt das .NET-10-SDK (dotnet ist nicht im PATH). (The .NET 10 SDK is missing.)"
install_missing

say "Restore"
dotnet restore SlotBooking.sln "${no_servers[@]}"
say "Format"
dotnet format SlotBooking.sln --verify-no-changes --no-restore
say "Build"
dotnet build SlotBooking.sln -c Release --no-restore "${no_servers[@]}"
say "Test"
run_tests
