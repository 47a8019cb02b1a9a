#!/usr/bin/env bash
# Installs what the tests need where it is missing, checks the format, builds, and runs the tests.
#   bash test.sh           everything, with few and fixed seeds where tests invent their data
#   bash test.sh --quick   while working: no browser, no PostgreSQL, no other processes; neither format nor analyzers
#   bash test.sh --long    everything, with many seeds: hours, for the night
# The ten slowest tests are named at the end. The last line says: N passed, N failed, N skipped.
# The exit code is 0 only when all is well. docs/testing.md says more.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
export DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE=1 DOTNET_CLI_UI_LANGUAGE=en
# Nothing may stay behind: no build nodes, no compiler server.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 MSBUILDTERMINALLOGGER=off
no_servers=(-nodeReuse:false -p:UseSharedCompilation=false)

# How many times as long a test waits before it gives up; a deadline costs nothing while tests pass.
export TEST_PATIENCE="${TEST_PATIENCE:-3}"

passed=0 failed=0 skipped=0 temporary="" memory="" tests=""

finish() {
  local code=$?
  trap - EXIT INT TERM
  if [ -n "$tests" ]; then
    kill "$tests" 2>/dev/null && wait "$tests" || true
  fi
  [ -z "$temporary" ] || rm -rf -- "$temporary"
  [ -z "$memory" ] || rm -rf -- "$memory"
  echo "$passed passed, $failed failed, $skipped skipped"
  exit "$code"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

say() { printf '\n== %s (%d s)\n' "$*" "$SECONDS"; }

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
  if [ "$run" != quick ]; then
    has_one_of chromium chromium-browser google-chrome || missing+=(chromium fonts-liberation fonts-noto-color-emoji)
    has_postgres || missing+=(postgresql)
  fi
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

# Layout and order of usings. All other rules of style and analysis are warnings of the build, and those are errors.
check_format() {
  dotnet format whitespace . --folder --verify-no-changes --exclude artifacts TestResults
  dotnet format style SlotBooking.sln --verify-no-changes --no-restore --diagnostics IDE0065
}

# One attribute of the result file's <Counters …/>; 0 when there is none.
counter() {
  local value
  value=$(sed -n "s/.*<Counters[^>]* $1=\"\([0-9]*\)\".*/\1/p" "$2" 2>/dev/null | head -n 1 || true)
  echo "${value:-0}"
}

# The ten slowest tests of a result file, in seconds.
slowest() {
  sed -n 's/.*<UnitTestResult .*testName="\([^"]*\)".* duration="\([0-9]*\):\([0-9]*\):\([0-9.]*\)".*/\2 \3 \4 \1/p' "$1" |
    awk '{ seconds = $1 * 3600 + $2 * 60 + $3; $1 = $2 = $3 = ""; sub(/^ +/, ""); printf "%7.1f s  %s\n", seconds, $0 }' |
    sed -e 's/&quot;/"/g' -e 's/&lt;/</g' -e 's/&gt;/>/g' -e 's/&amp;/\&/g' -e 's/SlotBooking\.Tests\.//' | sort -rn | sed -n '1,10p'
}

run_tests() {
  local results code=0 total selection=()
  [ "$run" != quick ] || selection=(--filter "Needs!=Browser&Needs!=Processes&Needs!=PostgreSql&DisplayName!~PostgreSql")
  temporary=$(mktemp -d "${TMPDIR:-/tmp}/slotbooking-run-XXXXXX")
  chmod 755 "$temporary" # PostgreSQL's own user passes through it
  results="$temporary/results"
  # What need not outlive a power cut is kept in memory, where the system has such a place.
  [ ! -d /dev/shm ] || memory=$(mktemp -d /dev/shm/slotbooking-run-XXXXXX)

  # Whatever a test keeps in a temporary folder is inside ours. A run that hangs is ended. It is waited for in the
  # background, so that it ends also when this script is told to.
  TMPDIR="$temporary" TEST_MEMORY="$memory" TEST_RUN="$run" timeout --kill-after=30 "${TEST_MINUTES:-$minutes}m" \
    dotnet test "artifacts/bin/SlotBooking.Tests/$configuration/SlotBooking.Tests.dll" "${selection[@]}" \
    --logger "console;verbosity=$verbosity" --logger "trx;LogFileName=tests.trx" --results-directory "$results" &
  tests=$!
  wait "$tests" || code=$?
  tests=""

  total=$(counter total "$results/tests.trx")
  passed=$(counter passed "$results/tests.trx")
  failed=$(($(counter failed "$results/tests.trx") + $(counter error "$results/tests.trx") + $(counter timeout "$results/tests.trx") + $(counter aborted "$results/tests.trx")))
  skipped=$((total - passed - failed))
  if [ -f "$results/tests.trx" ]; then
    mkdir -p TestResults
    cp "$results/tests.trx" TestResults/
    say "The ten slowest"
    slowest "$results/tests.trx"
  fi

  # The database servers that the tests started notice that they are gone; they are gone too when their folders are.
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

case "$*" in
  "") run=normal configuration=release verbosity=normal minutes=20 ;;
  --quick) run=quick configuration=debug verbosity=minimal minutes=10 ;;
  --long) run=long configuration=release verbosity=normal minutes=240 ;;
  *) give_up "bash test.sh [--quick|--long]" ;;
esac

has_one_of dotnet || give_up "Es fehlt das .NET-10-SDK (dotnet ist nicht im PATH). (The .NET 10 SDK is missing.)"
install_missing

if [ "$run" = quick ]; then
  say "Build"
  dotnet build SlotBooking.Tests -c Debug -v quiet -p:RunAnalyzers=false -p:EnforceCodeStyleInBuild=false "${no_servers[@]}"
else
  say "Restore"
  dotnet restore SlotBooking.sln "${no_servers[@]}"
  say "Format"
  check_format
  say "Build"
  dotnet build SlotBooking.sln -c Release --no-restore "${no_servers[@]}"
fi
say "Test"
run_tests
