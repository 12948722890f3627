#include "domain/Credits.h"

#include <limits>

namespace facet {

namespace {

// Products of a rate and a length pass 2^63 long before they stop being meaningful figures.
__extension__ using Wide = __int128;

constexpr qint64 million = 1'000'000;
constexpr qint64 maxWhole = 1'000'000'000;

} // namespace

std::optional<CreditRate> CreditRate::fromString(QStringView text)
{
    const auto digit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    qint64 whole = 0;
    qint64 fraction = 0;
    qsizetype i = 0;
    for (; i < text.size() && digit(text[i]); ++i) {
        whole = whole * 10 + (text[i].unicode() - u'0');
        if (whole >= maxWhole)
            return std::nullopt;
    }
    if (i == 0)
        return std::nullopt;
    if (i < text.size()) {
        if (text[i] != u'.' || ++i == text.size())
            return std::nullopt;
        qint64 place = million;
        bool rounded = false;
        for (; i < text.size() && digit(text[i]); ++i) {
            const int value = text[i].unicode() - u'0';
            place /= 10;
            if (place > 0) {
                fraction += value * place;
            } else if (!rounded) {
                fraction += value >= 5 ? 1 : 0;
                rounded = true;
            }
        }
        if (i < text.size())
            return std::nullopt;
    }
    return CreditRate(whole * million + fraction);
}

QString CreditRate::toString() const
{
    QString text = QString::number(m_millionths / million);
    if (const qint64 fraction = m_millionths % million) {
        QString digits = QString::number(fraction).rightJustified(6, u'0');
        while (digits.endsWith(u'0'))
            digits.chop(1);
        text += u'.' + digits;
    }
    return text;
}

Credits CreditRate::times(qint64 numerator, qint64 denominator) const
{
    Q_ASSERT(numerator >= 0 && denominator > 0);
    const Wide divisor = Wide(denominator) * million;
    const Wide credits = (Wide(m_millionths) * numerator + divisor - 1) / divisor;
    constexpr Credits most = std::numeric_limits<Credits>::max();
    return credits > most ? most : static_cast<Credits>(credits);
}

} // namespace facet
