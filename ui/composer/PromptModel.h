#pragma once

#include "client/composer/PromptHistory.h"

#include <QAbstractListModel>

namespace facet::ui {

/// The prompts that a search found, newest first: each in one line, with its day.
class PromptModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void present(const QList<client::PastPrompt> &prompts);
    const client::PastPrompt &prompt(int row) const { return m_prompts.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<client::PastPrompt> m_prompts;
};

} // namespace facet::ui
