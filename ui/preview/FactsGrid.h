#pragma once

#include "client/generation/GenerationRecord.h"
#include "domain/Model.h"
#include "ui/theme/Theme.h"

#include <QWidget>

class QGridLayout;

namespace facet::ui {

/// What is known of a result: model, input, options, agent, what was charged, where the file lies.
class FactsGrid : public QWidget {
    Q_OBJECT
public:
    explicit FactsGrid(Theme &theme, QWidget *parent = nullptr);

    void present(const client::GenerationRecord &record, const Catalogue &catalogue, int take);

private:
    void addRow(const QString &name, const QString &value, bool good = false);
    void clear();

    Theme &m_theme;
    QGridLayout *m_grid;
    int m_rows = 0;
};

/// "~/Videos/Facet/…": the home folder shortened as people write it.
QString shortPath(const QString &path);

} // namespace facet::ui
