#include "client/batch/CsvTable.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>
#include <iterator>
#include <optional>

namespace facet::client {

namespace {

struct Decoded {
    QString text;
    bool fromCp949 = false;
};

std::optional<QString> decodedAs(QStringDecoder decoder, const QByteArray &bytes)
{
    if (!decoder.isValid())
        return {};
    QString text = decoder(bytes);
    if (decoder.hasError())
        return {};
    return text;
}

/// Converters give bytes that mean nothing a place of their own rather than fail.
bool isText(const QString &text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) {
        return c.category() == QChar::Other_PrivateUse || c.isNull() || c == QChar::ReplacementCharacter
            || (c.unicode() >= 0x80 && c.unicode() < 0xa0);
    });
}

Result<Decoded> decoded(const QByteArray &bytes)
{
    const bool wide = bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff");
    if (const auto text =
            decodedAs(QStringDecoder(wide ? QStringDecoder::Utf16 : QStringDecoder::Utf8), bytes))
        return Decoded{ *text, false };
    // The name under which ICU has the whole of CP949, not only the syllables of KS X 1001.
    if (const auto text = decodedAs(QStringDecoder("windows-949"), bytes); text && !wide && isText(*text))
        return Decoded{ *text, true };
    return fail(ErrorKind::File,
        QCoreApplication::translate("facet::client::CsvTable",
            "The letters in this file cannot be read. Save it as CSV in UTF-8 and choose it again."),
        {}, QStringLiteral("csv_encoding"));
}

QChar separatorOf(const QString &text)
{
    // By the first record: outside of quotes, whichever is there most.
    const QList<QChar> candidates{ u',', u';', u'\t' };
    QList<int> counts{ 0, 0, 0 };
    bool quoted = false;
    for (const QChar c : text) {
        if (c == u'"')
            quoted = !quoted;
        else if (!quoted && (c == u'\n' || c == u'\r'))
            break;
        else if (!quoted && candidates.contains(c))
            ++counts[candidates.indexOf(c)];
    }
    return candidates.at(std::distance(counts.begin(), std::max_element(counts.begin(), counts.end())));
}

/// Goes through the text once, field by field.
class Parser {
public:
    explicit Parser(const QString &text)
        : m_text(text)
        , m_separator(separatorOf(text))
    {
    }

    Result<QList<CsvTable::Record>> records()
    {
        while (m_at < m_text.size()) {
            CsvTable::Record record{ m_line, {} };
            bool more = true;
            while (more) {
                auto field = nextField();
                if (!field)
                    return tl::unexpected(field.error());
                record.fields.append(*field);
                more = m_at < m_text.size() && m_text.at(m_at) == m_separator;
                if (more)
                    ++m_at;
            }
            endLine();
            const bool empty = std::all_of(record.fields.cbegin(), record.fields.cend(),
                [](const QString &field) { return field.trimmed().isEmpty(); });
            if (!empty)
                m_records.append(record);
        }
        return m_records;
    }

private:
    Result<QString> nextField()
    {
        QString field;
        if (m_at < m_text.size() && m_text.at(m_at) == u'"') {
            auto quoted = quotedField();
            if (!quoted)
                return quoted;
            field = *quoted;
        }
        // What follows a closing quote belongs to the field as well: it is somebody's text.
        while (m_at < m_text.size() && m_text.at(m_at) != m_separator && !isBreak())
            field += m_text.at(m_at++);
        return field;
    }

    Result<QString> quotedField()
    {
        const int begun = m_line;
        QString field;
        ++m_at;
        for (; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text.at(m_at);
            if (c == u'"') {
                ++m_at;
                if (m_at >= m_text.size() || m_text.at(m_at) != u'"')
                    return field;
            } else if (c == u'\n'
                || (c == u'\r' && (m_at + 1 == m_text.size() || m_text.at(m_at + 1) != u'\n'))) {
                ++m_line;
            }
            field += c;
        }
        return fail(ErrorKind::File,
            QCoreApplication::translate("facet::client::CsvTable",
                "A text in quotes that begins on line %1 of this file never ends. Add the closing quote and choose the "
                "file again.")
                .arg(begun),
            {}, QStringLiteral("csv_quote"));
    }

    bool isBreak() const { return m_text.at(m_at) == u'\n' || m_text.at(m_at) == u'\r'; }

    void endLine()
    {
        if (m_at >= m_text.size())
            return;
        const bool carriage = m_text.at(m_at) == u'\r';
        ++m_at;
        if (carriage && m_at < m_text.size() && m_text.at(m_at) == u'\n')
            ++m_at;
        ++m_line;
    }

    const QString &m_text;
    QChar m_separator;
    qsizetype m_at = 0;
    int m_line = 1;
    QList<CsvTable::Record> m_records;
};

} // namespace

Result<CsvTable> CsvTable::read(const QByteArray &bytes)
{
    auto text = decoded(bytes);
    if (!text)
        return tl::unexpected(text.error());
    auto records = Parser(text->text).records();
    if (!records)
        return tl::unexpected(records.error());
    return CsvTable{ std::move(*records), text->fromCp949 };
}

} // namespace facet::client
