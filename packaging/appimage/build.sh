#!/bin/sh
# An AppImage around the bundle. Written, not run: appimagetool is no package of Debian's.
#   python3 dev.py package && packaging/appimage/build.sh
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
app=$root/build/appimage/LegsUp.AppDir
rm -rf "$app"
mkdir -p "$app/usr/lib" "$app/usr/share/metainfo"
cp -R "$root/build/packaging/bundle/legsup" "$app/usr/lib/legsup"
cp "$root/packaging/linux/app.legsup.LegsUp.metainfo.xml" "$app/usr/share/metainfo/"
cp "$root/assets/desktop/app.legsup.LegsUp.desktop" "$app/"
cp "$root/assets/icons/legsup.svg" "$app/app.legsup.LegsUp.svg"
ln -s usr/lib/legsup/legsup "$app/AppRun"
exec appimagetool "$app" "$root/build/packages/LegsUp-$(uname -m).AppImage"
