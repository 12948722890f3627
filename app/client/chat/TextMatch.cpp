#include "client/chat/TextMatch.h"

#include <algorithm>

namespace facet::client {

namespace {

bool isMark(QChar c)
{
    return c == u'*' || c == u'_' || c == u'`';
}

} // namespace

bool TextMatch::isIn(TranscriptItem::Kind kind, const QString &text) const
{
    using Kind = TranscriptItem::Kind;
    switch (kind) {
    case Kind::Generation:
    case Kind::Problem:
        return false;
    case Kind::User:
    case Kind::AgentText:
    case Kind::Approval:
        break;
    }
    if (m_matcher.pattern().isEmpty() || text.isEmpty())
        return false;
    QString composed = text.normalized(QString::NormalizationForm_C);
    if (m_matcher.indexIn(composed) >= 0)
        return true;
    if (kind != Kind::AgentText || std::none_of(composed.cbegin(), composed.cend(), isMark))
        return false;
    composed.removeIf(isMark);
    return m_matcher.indexIn(composed) >= 0;
}

} // namespace facet::client
