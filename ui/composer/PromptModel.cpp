#include "ui/composer/PromptModel.h"

#include <QLocale>

namespace facet::ui {

namespace {

constexpr qsizetype longestLine = 400; // characters: more does not fit any window

QString day(const QDateTime &at)
{
    return QLocale().toString(at.toLocalTime().date(), QLocale::ShortFormat);
}

} // namespace

void PromptModel::present(const QList<client::PastPrompt> &prompts)
{
    beginResetModel();
    m_prompts = prompts;
    endResetModel();
}

int PromptModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_prompts.size());
}

QVariant PromptModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const client::PastPrompt &prompt = m_prompts.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return prompt.text.left(longestLine).simplified();
    case Qt::ToolTipRole:
        return QStringLiteral("%1\n%2").arg(prompt.text.left(longestLine), day(prompt.at));
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2").arg(prompt.text.simplified(), day(prompt.at));
    default: // any other role of any view
        return {};
    }
}

} // namespace facet::ui
