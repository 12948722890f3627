#pragma once

#include <QIODevice>

namespace facet::client {

/// A request body that can be read once. QNetworkAccessManager sends a request again by itself when a kept
/// connection closes before the answer, POSTs as well; a body that cannot be rewound is how it is told not
/// to. (A QBuffer would not do: it is read past its QIODevice interface.)
class OnceBody : public QIODevice {
    Q_OBJECT
public:
    explicit OnceBody(QByteArray bytes, QObject *parent = nullptr);

    qint64 size() const override { return m_bytes.size(); }
    bool seek(qint64 position) override;
    bool atEnd() const override { return m_read >= m_bytes.size(); }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_read = 0;
};

} // namespace facet::client
