#pragma once

#include "domain/Credits.h"
#include "domain/Enums.h"
#include "domain/Options.h"

#include <QList>
#include <QSize>
#include <QStringList>

namespace facet {

struct ImageLimits {
    int max = 0; ///< how many images; 0: takes none
    QList<InputRole> roles;
    QStringList mime;
    qint64 maxBytes = 0; ///< bytes a file
    qint64 maxPixels = 0; ///< pixels a picture
    friend bool operator==(const ImageLimits &, const ImageLimits &) = default;
};

struct ModelInputs {
    ImageLimits images;
    bool audio = false; ///< takes an audio file
    bool video = false; ///< takes a video file
    friend bool operator==(const ModelInputs &, const ModelInputs &) = default;
};

/// What a model offers; an empty list means that the option does not exist for it.
struct ModelOptions {
    QList<int> durationsS;
    QStringList resolutions;
    QStringList aspectRatios;
    QList<int> counts;
    bool audio = false; ///< audio can be switched
    bool seed = false;
    friend bool operator==(const ModelOptions &, const ModelOptions &) = default;
};

struct Price {
    std::optional<QString> resolution; ///< empty: for every resolution
    std::optional<bool> audio; ///< empty: with and without
    PriceUnit unit = PriceUnit::Second;
    CreditRate creditsPerUnit;
    friend bool operator==(const Price &, const Price &) = default;
};

struct LocalizedText {
    QString en;
    QString ko;
    friend bool operator==(const LocalizedText &, const LocalizedText &) = default;
};

/// One model of the catalogue (CONTRACT /v1/models).
struct Model {
    QString id;
    QString name;
    QString vendor;
    QStringList aliases; ///< names people use in a message, English and Korean
    ModelKind kind = ModelKind::Video;
    QList<Method> methods;
    ModelInputs inputs;
    ModelOptions options;
    Options defaults;
    int maxDurationS = 0; ///< seconds; 0 when it has no length
    QList<Price> prices;
    std::optional<Credits> perGenerationCredits; ///< at defaults; empty: not known, shown as "—"
    QStringList badges;
    ModelStatus status = ModelStatus::Ready;
    QString engine;
    LocalizedText description;

    bool takes(Method m) const { return methods.contains(m); }
    friend bool operator==(const Model &, const Model &) = default;
};

/// All models of a service, in its order, found by id.
class Catalogue {
public:
    Catalogue() = default;
    explicit Catalogue(QList<Model> models) : m_models(std::move(models)) { }

    const QList<Model> &models() const { return m_models; }
    const Model *find(QStringView id) const;
    friend bool operator==(const Catalogue &, const Catalogue &) = default;

private:
    QList<Model> m_models;
};

} // namespace facet
