#pragma once

#include <thread>

namespace facet::ui {

/// Reads the system's font configuration on another core while the program connects to the display. Qt reads
/// it with the first text, hundreds of small files, and the first window would wait for that. Where fonts do
/// not come from fontconfig nothing happens.
class EarlyFonts {
public:
    EarlyFonts();
    ~EarlyFonts();
    EarlyFonts(const EarlyFonts &) = delete;
    EarlyFonts &operator=(const EarlyFonts &) = delete;

    /// Before the first text is measured: whoever asks while it is being read reads it once more.
    void wait();

private:
    std::thread m_reading; ///< not of Qt's pool, which there is not before the application
};

} // namespace facet::ui
