#include "domain/QuoteParts.h"

#include <algorithm>
#include <cmath>

namespace facet {

int detail::linesOf(QStringView resolution)
{
    if (resolution.compare(u"4K", Qt::CaseInsensitive) == 0)
        return 2160;
    if (resolution.compare(u"2K", Qt::CaseInsensitive) == 0)
        return 1440;
    if (!resolution.endsWith(u'p', Qt::CaseInsensitive))
        return 0;
    bool ok = false;
    const int lines = resolution.chopped(1).toInt(&ok);
    return ok && lines > 0 ? lines : 0;
}

namespace {

/// Width by height; 0 for a text that is no ratio.
double ratioOf(QStringView aspect)
{
    const auto colon = aspect.indexOf(u':');
    if (colon < 1)
        return 0;
    const int width = aspect.left(colon).toInt();
    const int height = aspect.mid(colon + 1).toInt();
    return width > 0 && height > 0 ? double(width) / height : 0;
}

/// The offered value whose size is nearest by proportion; the earlier one of two equally near ones.
template <typename Size>
QString nearest(const QStringList &offered, double wanted, Size sizeOf)
{
    QString best;
    double bestDistance = 0;
    for (const QString &value : offered) {
        const double size = sizeOf(value);
        if (size <= 0)
            continue;
        const double distance = std::abs(std::log(size / wanted));
        if (best.isEmpty() || distance < bestDistance) {
            best = value;
            bestDistance = distance;
        }
    }
    return best;
}

class Resolver {
public:
    Resolver(const Model &model, const Options &asked, QList<Adjustment> *adjustments)
        : m_model(model)
        , m_asked(asked)
        , m_adjustments(adjustments)
    {
    }

    Options run()
    {
        resolveDuration();
        m_out.resolution = choose(QStringLiteral("resolution"), m_model.options.resolutions,
            m_asked.resolution, m_model.defaults.resolution, detail::linesOf);
        m_out.aspectRatio = choose(QStringLiteral("aspect_ratio"), m_model.options.aspectRatios,
            m_asked.aspectRatio, m_model.defaults.aspectRatio, ratioOf);
        resolveCount();
        resolveAudio();
        if (m_model.options.seed)
            m_out.seed = m_asked.seed ? m_asked.seed : m_model.defaults.seed;
        m_out.fit = m_asked.fit ? m_asked.fit : m_model.defaults.fit;
        m_out.background = m_asked.background ? m_asked.background : m_model.defaults.background;
        return m_out;
    }

private:
    void note(const QString &option, const QString &asked, const QString &used)
    {
        if (m_adjustments)
            m_adjustments->append({ option, asked, used });
    }

    void resolveDuration()
    {
        const QString option = QStringLiteral("duration_s");
        const QList<int> &offered = m_model.options.durationsS;
        if (offered.isEmpty()) {
            m_out.durationS = m_model.defaults.durationS;
            if (m_asked.durationS && m_asked.durationS != m_out.durationS)
                note(option, QString::number(*m_asked.durationS),
                    m_out.durationS ? QString::number(*m_out.durationS) : QString());
            return;
        }
        const int wanted = m_asked.durationS.value_or(m_model.defaults.durationS.value_or(offered.first()));
        std::optional<int> next;
        for (const int seconds : offered) {
            if (seconds >= wanted && (!next || seconds < *next))
                next = seconds;
        }
        m_out.durationS = next ? *next : *std::max_element(offered.cbegin(), offered.cend());
        if (m_asked.durationS && m_out.durationS != m_asked.durationS)
            note(option, QString::number(wanted), QString::number(*m_out.durationS));
    }

    template <typename Size>
    std::optional<QString> choose(const QString &option, const QStringList &offered,
        const std::optional<QString> &asked, const std::optional<QString> &standard, Size sizeOf)
    {
        if (offered.isEmpty()) {
            if (asked && asked != standard)
                note(option, *asked, standard.value_or(QString()));
            return standard;
        }
        // A default that is not offered itself would be refused when it is asked for.
        const QString fallback = standard && offered.contains(*standard) ? *standard : offered.first();
        if (!asked)
            return fallback;
        for (const QString &value : offered) {
            if (value.compare(*asked, Qt::CaseInsensitive) == 0)
                return value;
        }
        const double wanted = sizeOf(*asked);
        QString used = wanted > 0 ? nearest(offered, wanted, sizeOf) : QString();
        if (used.isEmpty())
            used = fallback;
        note(option, *asked, used);
        return used;
    }

    void resolveCount()
    {
        const QString option = QStringLiteral("count");
        const QList<int> &offered = m_model.options.counts;
        const int standard = m_model.defaults.count.value_or(1);
        const int wanted = m_asked.count.value_or(standard);
        if (offered.isEmpty()) {
            m_out.count = standard;
        } else {
            std::optional<int> lower;
            for (const int count : offered) {
                if (count <= wanted && (!lower || count > *lower))
                    lower = count;
            }
            m_out.count = lower ? *lower : *std::min_element(offered.cbegin(), offered.cend());
        }
        if (m_asked.count && m_out.count != m_asked.count)
            note(option, QString::number(wanted), QString::number(*m_out.count));
    }

    void resolveAudio()
    {
        const auto word = [](bool on) { return on ? QStringLiteral("true") : QStringLiteral("false"); };
        if (m_model.options.audio) {
            m_out.audio = m_asked.audio.value_or(m_model.defaults.audio.value_or(false));
            return;
        }
        m_out.audio = m_model.defaults.audio;
        if (m_asked.audio && *m_asked.audio != m_out.audio.value_or(false))
            note(QStringLiteral("audio"), word(*m_asked.audio), word(m_out.audio.value_or(false)));
    }

    const Model &m_model;
    const Options &m_asked;
    QList<Adjustment> *m_adjustments;
    Options m_out;
};

const Price *priceFor(const Model &model, const Options &resolved)
{
    const Price *best = nullptr;
    int bestFit = -1;
    for (const Price &price : model.prices) {
        if (price.resolution && price.resolution != resolved.resolution)
            continue;
        if (price.audio && *price.audio != resolved.audio.value_or(false))
            continue;
        const int fit = (price.resolution ? 2 : 0) + (price.audio ? 1 : 0);
        if (fit > bestFit) {
            best = &price;
            bestFit = fit;
        }
    }
    return best;
}

} // namespace

std::optional<Credits> generationPrice(const Model &model, const Options &resolved)
{
    const Price *price = priceFor(model, resolved);
    if (!price)
        return std::nullopt;
    const int count = std::max(1, resolved.count.value_or(1));
    switch (price->unit) {
    case PriceUnit::Second:
        if (!resolved.durationS)
            return std::nullopt;
        return price->creditsPerUnit.times(*resolved.durationS) * count;
    case PriceUnit::Minute:
        if (!resolved.durationS)
            return std::nullopt;
        return price->creditsPerUnit.times(*resolved.durationS, 60) * count;
    case PriceUnit::Item:
    case PriceUnit::Run:
        return price->creditsPerUnit.times(1) * count;
    case PriceUnit::Other:
        return std::nullopt;
    }
    return std::nullopt;
}

Options resolveOptions(const Model &model, const Options &asked, QList<Adjustment> *adjustments)
{
    return Resolver(model, asked, adjustments).run();
}

QList<PlanUse> planUses(const Plan &plan, const Catalogue &catalogue)
{
    QList<PlanUse> uses;
    uses.reserve(catalogue.models().size());
    for (const Model &model : catalogue.models()) {
        PlanUse use{ model.id, std::nullopt, false };
        const bool benefit = std::any_of(plan.benefits.cbegin(), plan.benefits.cend(),
            [&](const Benefit &b) { return b.modelId == model.id && !b.methods.isEmpty(); });
        auto price = generationPrice(model, resolveOptions(model, {}));
        if (!price)
            price = model.perGenerationCredits;
        if (benefit || price == Credits(0))
            use.unlimited = true;
        else if (price)
            use.generationsAtDefault = plan.credits / *price;
        uses.append(use);
    }
    return uses;
}

} // namespace facet
