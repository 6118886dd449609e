#!/usr/bin/env bash
# Installs what the project needs on Debian 12: system packages (as root or by sudo, else it says the
# line to type), then uv, then the virtual environment of the lock file. Safe to repeat; quick when done.
set -euo pipefail
cd "$(dirname "$0")/.."

# What PySide6's wheels expect of the system, a virtual screen, and fonts for every script the public writes.
packages=(libegl1 libgl1 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libglib2.0-0
  libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0
  libxcb-xinerama0 libxcb-xkb1 libx11-xcb1 xvfb xauth fonts-dejavu-core fonts-noto-core fonts-noto-color-emoji)
python3 -c 'import ensurepip' 2>/dev/null || packages+=(python3-venv)

missing=()
if command -v dpkg-query >/dev/null; then
  for package in "${packages[@]}"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
fi
if [ ${#missing[@]} -gt 0 ]; then
  install=(env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}")
  if [ "$(id -u)" = 0 ]; then
    apt-get update -q >&2 && "${install[@]}" >&2
  elif sudo -n true 2>/dev/null; then
    sudo apt-get update -q >&2 && sudo "${install[@]}" >&2
  else
    echo "These Debian packages are missing and this user may not install them. Type:" >&2
    echo "  sudo apt-get install --no-install-recommends ${missing[*]}" >&2
    exit 1
  fi
fi

if command -v uv >/dev/null; then
  uv=uv
else
  [ -x .uv/bin/uv ] || { python3 -m venv .uv && .uv/bin/pip install -q --disable-pip-version-check uv; }
  uv=.uv/bin/uv
fi
stamp=.venv/.synced
if [ ! -e "$stamp" ] || [ uv.lock -nt "$stamp" ] || [ pyproject.toml -nt "$stamp" ]; then
  # Any Python 3.11 to 3.13 of the system's; none is downloaded.
  UV_PYTHON_DOWNLOADS=never "$uv" sync --frozen --quiet
  touch "$stamp"
fi
