#!/bin/sh
# Copies the programs, their manual pages and completions below a folder: ./install.sh /usr/local
# They need glibc @GLIBC@ or newer, and libncursesw.so.6, libtinfo.so.6, libstdc++.so.6 and libz.so.1.
set -eu
if [ $# -ne 1 ]; then
  echo "Usage: ./install.sh PREFIX, such as /usr/local" >&2
  exit 2
fi
cd "$(dirname "$0")/usr"
find . -type f | while read -r file; do
  mode=644
  case $file in ./bin/*) mode=755 ;; esac
  install -D -m "$mode" "$file" "$1/$file"
done
echo "Installed below $1. To remove it again: rm the files that this lists: (cd usr && find . -type f)"
