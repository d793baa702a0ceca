#!/usr/bin/env bash
# Installs one package in a bare Debian, leads a practice of a minute there to its record, and takes the package away.
#
#   smoke.sh PACKAGE SUITE      e.g.  smoke.sh build/packages/legsup_0.1.0_amd64.deb bookworm
#
# PACKAGE is a .deb, a wheel, or the archive for any Linux; SUITE a Debian release as debootstrap knows it. Needs root. The bare
# system is made once and kept in ${LEGSUP_BARE:-~/.cache/legsup-smoke}; each run has a copy that is thrown away.
set -euo pipefail
[ $# -eq 2 ] || { sed -n '2,8p' "$0"; exit 2; }
package=$(realpath "$1")
suite=$2
here=$(dirname "$(realpath "$0")")
kept=${LEGSUP_BARE:-$HOME/.cache/legsup-smoke}
base=$kept/$suite
mkdir -p "$kept"

if [ ! -e "$base/.ready" ]; then
    command -v debootstrap >/dev/null || apt-get install -y -qq --no-install-recommends debootstrap >/dev/null
    # The mirror that this machine uses itself.
    mirror=$(apt-get indextargets --format '$(SITE)' 2>/dev/null | grep -m1 '/debian$' || true)
    rm -rf "$base"
    debootstrap --variant=minbase --include=ca-certificates "$suite" "$base" $mirror >"$kept/$suite.log" 2>&1 || {
        tail -5 "$kept/$suite.log" >&2
        exit 1
    }
    touch "$base/.ready"
fi

root=$(mktemp -d "$kept/run.XXXXXX")
trap 'rm -rf --one-file-system "$root"' EXIT
cp -a "$base/." "$root/"
mkdir -p "$root/smoke"
cp "$package" "$here"/smoke-* "$root/smoke/"
cp /etc/resolv.conf "$root/etc/" 2>/dev/null || true
cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/" 2>/dev/null || true

inherited=()
for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY; do
    [ -n "${!name:-}" ] && inherited+=("$name=${!name}")
done
for name in SSL_CERT_FILE PIP_CERT; do
    [ -n "${!name:-}" ] && inherited+=("$name=/etc/ssl/certs/ca-certificates.crt")
done
unshare --mount --pid --fork --kill-child --propagation private bash -c '
    root=$1; shift
    mount -t proc proc "$root/proc"; mount --rbind /dev "$root/dev"; mount -t tmpfs tmpfs "$root/tmp"
    exec chroot "$root" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 TERM=dumb "$@"
' smoke "$root" "${inherited[@]}" bash /smoke/smoke-inside.sh "/smoke/$(basename "$package")" "$suite"
