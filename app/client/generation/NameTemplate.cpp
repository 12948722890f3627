#include "client/generation/NameTemplate.h"

#include "client/generation/ResultName.h"

#include <QRegularExpression>

namespace facet::client {

namespace {

constexpr int shortestPrompt = 24; // bytes that a long pattern leaves of it
constexpr int longestId = 40; // characters

const QRegularExpression &braces()
{
    static const QRegularExpression form(QStringLiteral("\\{([a-z]+)\\}"));
    return form;
}

/// As much of the beginning as fits, cut between characters.
QString cut(const QString &text, qsizetype bytes)
{
    QString kept;
    qsizetype used = 0;
    for (const char32_t c : text.toUcs4()) {
        const QString one = QString::fromUcs4(&c, 1);
        used += one.toUtf8().size();
        if (used > bytes)
            break;
        kept += one;
    }
    return kept;
}

bool isRefused(char32_t c)
{
    // Windows' list, the slashes, what cannot be seen, and what would turn a name around in a list.
    static const QString list = QStringLiteral("<>:\"/\\|?*");
    if (c < 0x20 || c == 0x7f || (c < 0x10000 && list.contains(QChar(static_cast<char16_t>(c)))))
        return true;
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

QString safe(const QString &text)
{
    QString name;
    for (const char32_t c : text.normalized(QString::NormalizationForm_C).toUcs4())
        name += isRefused(c) ? QStringLiteral("-") : QString::fromUcs4(&c, 1);
    // What empty tokens leave behind.
    static const QRegularExpression rows(QStringLiteral("([-_ ])[-_ ]*\\1"));
    name.replace(rows, QStringLiteral("\\1"));
    const auto isEdge = [](QChar c) { return c == u'-' || c == u'_' || c == u'.' || c.isSpace(); };
    while (!name.isEmpty() && isEdge(name.front()))
        name.remove(0, 1);
    while (!name.isEmpty() && isEdge(name.back()))
        name.chop(1);
    static const QRegularExpression reserved(
        QStringLiteral("\\A(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?\\z"),
        QRegularExpression::CaseInsensitiveOption);
    return reserved.match(name).hasMatch() ? u'_' + name : name;
}

QString word(const QString &token, const NameTemplate::Facts &facts, const QString &prompt)
{
    const QDateTime at = facts.at.toLocalTime();
    if (token == QLatin1String("prompt"))
        return prompt;
    if (token == QLatin1String("model"))
        return resultBaseName(facts.modelName.isEmpty() ? facts.modelId : facts.modelName);
    if (token == QLatin1String("date"))
        return at.isValid() ? at.toString(QStringLiteral("yyyy-MM-dd")) : QString();
    if (token == QLatin1String("time"))
        return at.isValid() ? at.toString(QStringLiteral("HH-mm-ss")) : QString();
    if (token == QLatin1String("seed"))
        return facts.seed ? QString::number(*facts.seed) : QString();
    if (token == QLatin1String("agent"))
        return wireName(facts.agent);
    if (token == QLatin1String("id"))
        return facts.generationId.left(longestId);
    return QStringLiteral("%1").arg(facts.take + 1, 2, 10, QLatin1Char('0')); // take
}

QString filled(const QString &pattern, const NameTemplate::Facts &facts, const QString &prompt)
{
    QString name;
    qsizetype from = 0;
    for (auto match = braces().globalMatch(pattern); match.hasNext();) {
        const QRegularExpressionMatch one = match.next();
        name += pattern.mid(from, one.capturedStart() - from);
        from = one.capturedEnd();
        name += NameTemplate::tokens().contains(one.captured()) ? word(one.captured(1), facts, prompt)
                                                                : one.captured();
    }
    return name + pattern.mid(from);
}

} // namespace

NameTemplate::NameTemplate(const QString &pattern)
    : m_pattern(pattern.trimmed().isEmpty() ? standard() : pattern.trimmed())
{
}

NameTemplate::Facts NameTemplate::factsOf(const Generation &generation, int take, const QString &modelName)
{
    Facts facts;
    facts.prompt = generation.prompt;
    facts.modelName = modelName;
    facts.modelId = generation.modelId;
    if (generation.seed)
        facts.seed = *generation.seed + static_cast<quint32>(take);
    facts.agent = generation.agent;
    facts.generationId = generation.id;
    facts.take = take;
    facts.at = generation.createdAt;
    return facts;
}

QString NameTemplate::baseName(const Facts &facts) const
{
    const QString prompt = resultBaseName(facts.prompt);
    QString name = safe(filled(m_pattern, facts, prompt));
    if (const qsizetype over = name.toUtf8().size() - mostBytes; over > 0) {
        const qsizetype bytes = prompt.toUtf8().size();
        name = safe(filled(m_pattern, facts, cut(prompt, std::max<qsizetype>(shortestPrompt, bytes - over))));
        name = safe(cut(name, mostBytes));
    }
    return name.isEmpty() ? QStringLiteral("facet") : name;
}

bool NameTemplate::tellsTakes() const
{
    return m_pattern.contains(QLatin1String("{take}"));
}

QStringList NameTemplate::tokens()
{
    return { QStringLiteral("{prompt}"), QStringLiteral("{model}"), QStringLiteral("{date}"),
        QStringLiteral("{time}"), QStringLiteral("{seed}"), QStringLiteral("{agent}"), QStringLiteral("{id}"),
        QStringLiteral("{take}") };
}

QStringList NameTemplate::unknownTokens() const
{
    QStringList unknown;
    static const QRegularExpression any(QStringLiteral("\\{[^{}]*\\}"));
    for (auto match = any.globalMatch(m_pattern); match.hasNext();) {
        const QString one = match.next().captured();
        if (!tokens().contains(one))
            unknown.append(one);
    }
    return unknown;
}

} // namespace facet::client
