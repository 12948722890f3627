#pragma once

#include "domain/Model.h"

#include <QCoreApplication>

namespace facet::ui {

/// Options in a few words.
class OptionWords {
    Q_DECLARE_TR_FUNCTIONS(OptionWords)
public:
    /// "5 s · 720p · 16:9 · ×1": what the model has, resolved.
    static QString summary(const Options &resolved);
    /// "5 s · 720p · 1 video": what a model's credits are shown for (PRODUCT rule 1).
    static QString defaults(const Model &model);
    static QString count(int count); ///< "×2"
    static QString optionName(const QString &wireName); ///< "duration_s" → "length"
    static QString methodList(const QList<Method> &methods); ///< "Image · start/end frames · text"
    static QString anyOf(const QList<Method> &methods); ///< "image or start/end frames"

private:
    static QStringList methodNames(const QList<Method> &methods);
};

} // namespace facet::ui
