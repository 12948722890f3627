#include "ui/start/EarlyFonts.h"

#include <QLibrary>

namespace facet::ui {

EarlyFonts::EarlyFonts()
    : m_reading([] {
        // Qt has it loaded already; linking to it here would need it where Qt does without.
        using Init = int (*)();
        if (const auto init =
                reinterpret_cast<Init>(QLibrary::resolve(QStringLiteral("fontconfig"), 1, "FcInit")))
            init();
    })
{
}

EarlyFonts::~EarlyFonts()
{
    wait();
}

void EarlyFonts::wait()
{
    if (m_reading.joinable())
        m_reading.join();
}

} // namespace facet::ui
