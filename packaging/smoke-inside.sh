#!/usr/bin/env bash
# The part of smoke.sh that runs inside the bare system: install, lead a practice, look at its record, take away.
set -euo pipefail
package=$1
suite=$2
export DEBIAN_FRONTEND=noninteractive

say() { echo "smoke: $*"; }
quietly() { "$@" >/tmp/quiet 2>&1 || { tail -15 /tmp/quiet >&2; exit 1; }; }
# What a person's own folders and the system's own books are is no trace of a package.
listing() { find / -xdev \( -path /proc -o -path /dev -o -path /tmp -o -path /smoke -o -path "$HOME" -o -path /var/cache -o -path /var/lib -o -path /var/log -o -path /run \) -prune -o -print | sort; }

quietly apt-get update
# A screen, a window manager to give it focus, a panel with a tray, a bus and a sound server that plays into nothing: what a
# desktop brings.
quietly apt-get install -y --no-install-recommends xvfb openbox tint2 dbus pulseaudio pulseaudio-utils libasound2-plugins python3
case $package in
    *.whl) quietly apt-get install -y --no-install-recommends python3-venv pipx ;;
esac
listing >/tmp/before

case $package in
    *.deb)
        quietly apt-get install -y --no-install-recommends "$package"
        program=legsup
        lines=("$program" -c)
        ;;
    *.whl)
        quietly pipx install "$package"
        program=$HOME/.local/bin/legsup
        # What the wheel cannot bring is named by `legsup doctor`; here it is installed by those names.
        missing=$("$program" doctor --packages)
        say "doctor names: ${missing:-nothing}"
        # shellcheck disable=SC2086 # a list of names
        [ -z "$missing" ] || quietly apt-get install -y --no-install-recommends $missing
        quietly "$program" desktop install
        lines=("$(dirname "$(realpath "$program")")/python" -c)
        ;;
    *.tar.gz)
        mkdir /tmp/archive
        tar -xf "$package" -C /tmp/archive --strip-components=1
        missing=$(/tmp/archive/legsup/legsup doctor --packages)
        say "doctor names: ${missing:-nothing}"
        # shellcheck disable=SC2086 # a list of names
        [ -z "$missing" ] || quietly apt-get install -y --no-install-recommends $missing
        quietly /tmp/archive/install.sh --user
        program=$HOME/.local/bin/legsup
        lines=("$program" -c)
        ;;
esac
say "$suite: $("$program" --version) is installed"
case $package in
    *.whl) ;;
    *) folder=$(dirname "$(realpath "$(command -v "$program")")"); say "it takes $(du -sm "$folder" | cut -f1) MiB of disk" ;;
esac

Xvfb :7 -screen 0 1280x800x24 -nolisten tcp >/dev/null 2>&1 &
export DISPLAY=:7 XDG_RUNTIME_DIR=/tmp/runtime
mkdir -m 700 "$XDG_RUNTIME_DIR"
for _ in $(seq 50); do [ -e /tmp/.X11-unix/X7 ] && break; sleep 0.1; done
openbox >/dev/null 2>&1 &
tint2 >/dev/null 2>&1 &
DBUS_SESSION_BUS_ADDRESS=$(dbus-daemon --session --fork --print-address)
export DBUS_SESSION_BUS_ADDRESS
pulseaudio --start --exit-idle-time=-1 --load="module-null-sink" --load="module-native-protocol-unix" >/dev/null 2>&1 || true
printf 'pcm.!default pulse\nctl.!default pulse\n' >"$HOME/.asoundrc"

# The panel takes a moment until its tray is there.
for _ in $(seq 10); do
    "$program" doctor >/tmp/doctor
    grep -q '^ok tray' /tmp/doctor && break
done
cat /tmp/doctor
grep -q '^ok display' /tmp/doctor
grep -q '^ok tray' /tmp/doctor
grep -q '^ok sound' /tmp/doctor
"${lines[@]}" 'import sys; sys.exit("smoke: Qt is loaded before anything asks for it" if "PySide6" in sys.modules else 0)'
"${lines[@]}" "$(cat /smoke/smoke-probe.py)"

"$program" start /smoke/smoke-practice.toml --no-desk >/tmp/app.log 2>&1 &
app=$!
heard=
for second in $(seq 150); do
    sleep 1
    # After the end sign the practice waits for whoever sits there.
    [ "$second" -lt 70 ] || "$program" next >/dev/null 2>&1 || true
    kill -0 "$app" 2>/dev/null || { cat /tmp/app.log >&2; exit 1; }
    [ -z "$heard" ] && pactl list sink-inputs 2>/dev/null | grep -q 'Sample Specification' && heard=yes && say "it plays into the sound server"
    [ "$("$program" journal list --json | python3 -c 'import json, sys; print([each["outcome"] for each in json.load(sys.stdin)])')" = "['completed']" ] && break
done
"$program" journal list
[ "$heard" = yes ] || { say "nothing was heard"; exit 1; }
"$program" journal list --json | python3 -c '
import json, sys
(record,) = json.load(sys.stdin)
assert record["outcome"] == "completed", record
assert 40 <= record["elapsed"] <= 150, record
print("smoke: a practice of", round(record["elapsed"]), "s stands in the journal as", record["outcome"])
'
kill -TERM "$app"
wait "$app" || { say "the app ended with $?"; cat /tmp/app.log >&2; exit 1; }
[ ! -s /tmp/app.log ] || { say "the app wrote:"; cat /tmp/app.log; }

case $package in
    *.deb) quietly apt-get purge -y legsup ;;
    *.whl) quietly "$program" desktop remove; quietly pipx uninstall legsup ;;
    *.tar.gz) quietly /tmp/archive/install.sh --user --remove ;;
esac
# Libraries that came as dependencies are apt's to take away.
[ "${package%.deb}" = "$package" ] || quietly apt-get autoremove --purge -y
listing >/tmp/after
left=$(comm -13 /tmp/before /tmp/after | grep -i legsup || true)
[ -z "$left" ] || { say "left behind:"; echo "$left"; exit 1; }
[ -d "$HOME/.local/share/legsup" ] || { say "the person's journal is gone"; exit 1; }
[ ! -e "$HOME/.local/share/applications/app.legsup.LegsUp.desktop" ] || { say "the entry is left behind"; exit 1; }
papers=$(find "$HOME/.local" -ipath '*legsup*' \( -path '*/man/*' -o -path '*completions*' -o -path '*/lib/*' -o -path '*/bin/*' \) 2>/dev/null || true)
[ -z "$papers" ] || { say "left in the person's folders:"; echo "$papers"; exit 1; }
say "$suite: taken away; nothing of it is left but the person's own folders"
