#!/bin/sh
# Puts Legs Up into your own folders, and takes it away again:
#
#   ./install.sh --user            into ~/.local/lib/legsup, with ~/.local/bin/legsup, an entry in your menu, the manual page
#                                  and what bash, zsh and fish complete
#   ./install.sh --user --remove   takes that away; your journal and settings stay
set -eu

usage() { sed -n '2,6s/^# \{0,1\}//p' "$0"; exit 2; }

[ "${1:-}" = --user ] || usage
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
lib=$HOME/.local/lib/legsup
bin=$HOME/.local/bin/legsup
# Shells look where the person says that data lie; man looks beside the folder of programs. A relative place counts for none.
case "${XDG_DATA_HOME:-}" in /*) data=$XDG_DATA_HOME ;; *) data=$HOME/.local/share ;; esac
man=$HOME/.local/share/man/man1/legsup.1
bash=$data/bash-completion/completions/legsup
zsh=$data/zsh/site-functions/_legsup
fish=$data/fish/vendor_completions.d/legsup.fish

remove() {
    if [ -x "$lib/legsup" ]; then "$lib/legsup" desktop remove >/dev/null || true; fi
    if [ -L "$bin" ] && [ "$(readlink "$bin")" = "$lib/legsup" ]; then rm "$bin"; fi
    if [ -e "$lib" ]; then rm -f "$man" "$bash" "$zsh" "$fish"; fi
    rm -rf "$lib"
}

papers() {
    for place in "$man" "$bash" "$zsh" "$fish"; do
        mkdir -p "$(dirname -- "$place")"
        cp "$here/share/$(basename -- "$(dirname -- "$place")")/$(basename -- "$place")" "$place"
    done
}

case "${2:-}" in
    --remove)
        remove
        echo "Legs Up is taken away. Your journal and settings stay."
        ;;
    "")
        [ -x "$here/legsup/legsup" ] || { echo "install.sh: expected the folder legsup beside it" >&2; exit 1; }
        if { [ -e "$bin" ] && [ ! -L "$bin" ]; } || { [ -L "$bin" ] && [ "$(readlink "$bin")" != "$lib/legsup" ]; }; then
            echo "install.sh: $bin is there and not from this archive; nothing was changed" >&2
            exit 1
        fi
        # The new one is whole before the old one goes.
        mkdir -p "$HOME/.local/lib" "$HOME/.local/bin"
        rm -rf "$lib.new"
        cp -R "$here/legsup" "$lib.new"
        "$lib.new/legsup" --version >/dev/null || { rm -rf "$lib.new"; exit 1; }
        remove
        mv "$lib.new" "$lib"
        ln -s "$lib/legsup" "$bin"
        papers
        "$lib/legsup" desktop install
        case ":$PATH:" in *":$HOME/.local/bin:"*) ;; *) echo "Add $HOME/.local/bin to your PATH to start it by name." ;; esac
        echo "\`legsup doctor\` says what works on this computer and what is missing."
        ;;
    *) usage ;;
esac
