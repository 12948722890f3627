#pragma once

#include "domain/Error.h"
#include "domain/Generation.h"
#include "domain/Model.h"

#include <QObject>
#include <QtPlugin>

#include <memory>

namespace facet::service {

struct EngineInput {
    InputRole role = InputRole::Reference;
    QString path;
    QString mime;
};

/// One item to make. A generation of count n is n jobs, with seeds seed, seed+1, …
struct EngineJob {
    QString generationId;
    int take = 0; ///< 0-based
    Model model;
    Method method = Method::Text;
    QString prompt;
    Options options; ///< resolved: every option the model has is set
    quint32 seed = 0;
    QList<EngineInput> inputs;
    QString outputBase; ///< path without ending; the engine adds ".mp4", ".png", … and ".poster.jpg"
    bool korean = false; ///< language of text that the engine itself writes into a picture
};

struct EngineProgress {
    QString stage; ///< "reading", "motion", "rendering", "encoding"
    std::optional<double> progress; ///< 0..1, from work really done
    std::optional<double> etaS; ///< seconds, from the measured rate; empty before there is one
};

struct EngineOutput {
    QString path;
    QString posterPath; ///< JPEG, at most 960 pixels wide; empty for sound
    Asset asset; ///< kind, mime, width, height, duration, fps, bytes; id and sha256 are filled by the caller
    friend bool operator==(const EngineOutput &, const EngineOutput &) = default;
};

/// One job under way. Lives on the thread that started it; works on others. Emits finished exactly once:
/// ErrorKind::Cancelled within 200 ms of cancel(). Deleting it cancels and waits.
class EngineRun : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void cancel() = 0;

signals:
    void progressed(const facet::service::EngineProgress &progress);
    void finished(const facet::Result<facet::service::EngineOutput> &output);
};

class Engine {
public:
    virtual ~Engine() = default;
    virtual QString name() const = 0; ///< "draft", …
    virtual bool makesDrafts() const = 0;
    /// Never null; what cannot be done is reported through finished(), from the event loop.
    virtual std::unique_ptr<EngineRun> start(const EngineJob &job) = 0;
};

/// The draft engine comes as a plugin, so that OpenCV and the FFmpeg libraries are loaded with the first
/// render and not with the service.
class EnginePlugin {
public:
    virtual ~EnginePlugin() = default;
    virtual std::unique_ptr<Engine> create() = 0;
};

} // namespace facet::service

Q_DECLARE_INTERFACE(facet::service::EnginePlugin, "facet.EnginePlugin/1")
Q_DECLARE_METATYPE(facet::service::EngineProgress)
Q_DECLARE_METATYPE(facet::Result<facet::service::EngineOutput>)
