#!/usr/bin/env bash
# Takes the pictures of docs/tour.md: runs the demo, waits until it has shown everything, and looks at it with Chromium; the triangle, of
# which a demo has one day, is that of half a year made by chance.
# Needs what the demo needs, and a Chromium: at /usr/bin/chromium, or where CHROMIUM says.
set -euo pipefail
cd "$(dirname "$0")/.."
port=${1:-9500}
data=$(mktemp -d)
./tumen demo --port "$port" --data "$data" >"$data.log" 2>&1 &
demo=$!
trap 'kill "$demo" 2>/dev/null; wait "$demo" 2>/dev/null; rm -rf "$data" "$data.log"' EXIT
until grep -q "^Demo passed" "$data.log"; do
  kill -0 "$demo" 2>/dev/null || { cat "$data.log" >&2; exit 1; }
  sleep 2
done
TUMEN_ADDRESS=http://127.0.0.1:$port TUMEN_TOKEN=$(cat "$data/operator-token") TOUR_FOLDER=$PWD/docs/tour \
  mvn -q -B -ntp -pl alert-service -am -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false \
  -Dit.test='Tour,TriangleTour' -Dfailsafe.failIfNoSpecifiedTests=false verify
# Sixty-four colours are enough for text, where pngquant or ImageMagick is to be had.
if command -v pngquant >/dev/null; then
  pngquant --force --ext .png 64 docs/tour/*.png
elif command -v convert >/dev/null; then
  for picture in docs/tour/*.png; do convert "$picture" +dither -colors 64 "PNG8:$picture"; done
fi
ls -l docs/tour/*.png
