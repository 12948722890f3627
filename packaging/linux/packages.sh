# What Facet needs of Debian 12, Ubuntu 24.04 and later. Words joined by | are alternatives: the first one that
# the system's package lists know is taken.

build_packages=(
    build-essential cmake ninja-build pkg-config ccache mold
    qt6-base-dev qt6-base-dev-tools qt6-multimedia-dev 'qt6-svg-dev|libqt6svg6-dev'
    qt6-l10n-tools qt6-tools-dev qt6-tools-dev-tools libgl-dev libxkbcommon-dev
    qtkeychain-qt6-dev nlohmann-json3-dev libexpected-dev libboost-dev libssl-dev
    libavformat-dev libavcodec-dev libswscale-dev libswresample-dev libavfilter-dev libavutil-dev
    libopencv-core-dev libopencv-imgproc-dev libopencv-video-dev libheif-dev
)

# Loaded at run time: database driver, image formats, window system, secrets, a font with Hangul.
runtime_packages=(
    libqt6sql6-sqlite qt6-image-formats-plugins qt6-qpa-plugins
    libsecret-1-0 fonts-noto-cjk fonts-inter
    'libheif-plugin-libde265|libheif1' 'libheif-plugin-aomdec|libheif1'
)

test_packages=(
    xvfb xauth xdotool openbox dbus gnome-keyring at-spi2-core imagemagick ffmpeg python3-gi gir1.2-atspi-2.0 python3-xlib openssl curl gnome-backgrounds
    'libheif-plugin-x265|libheif1' 'libheif-plugin-aomenc|libheif1'
)
