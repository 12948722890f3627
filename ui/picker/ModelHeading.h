#pragma once

#include "domain/Model.h"
#include "ui/theme/Theme.h"

#include <QWidget>

namespace facet::ui {

class ElidedLabel;

/// Badge, name and vendor of a model, large.
class ModelHeading : public QWidget {
    Q_OBJECT
public:
    explicit ModelHeading(Theme &theme, QWidget *parent = nullptr);

    void present(
        const QString &name, const QString &vendor, const Catalogue &catalogue, const QString &modelId);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    ElidedLabel *m_name;
    ElidedLabel *m_vendor;
    Catalogue m_catalogue;
    QString m_modelId; ///< empty: Automatic
};

} // namespace facet::ui
