#!/usr/bin/env bash
# Opens the practice workspace. Without a display it plays the whole main job on a virtual screen and
# leaves run/transcript.txt and run/screens/.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec .venv/bin/python -m desktop practice
fi
echo "No display here: playing the main job on a virtual screen. Transcript and screenshots go to run/."
rm -rf run && mkdir -p run/screens
set -o pipefail
QT_QPA_PLATFORM=xcb LIBGL_ALWAYS_SOFTWARE=1 xvfb-run -a -s "-screen 0 1920x1080x24" \
  .venv/bin/python -m desktop --data run/workspace practice --play run/screens 2>&1 | tee run/transcript.txt
