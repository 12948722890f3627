#include "ui/chat/LinkQuestion.h"

#include <QDesktopServices>
#include <QMessageBox>
#include <QUrl>

namespace facet::ui {

void LinkQuestion::ask(const QString &link, QWidget *parent)
{
    const QUrl url(link, QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!url.isValid() || !isWeb || url.host().isEmpty())
        return;
    // As the network names it: a letter that only looks like another one shows itself.
    const QString host = url.host(QUrl::FullyEncoded);
    auto *question = new QMessageBox(QMessageBox::Question, tr("Open a link"),
        tr("Open %1 in your browser?").arg(host), QMessageBox::Open | QMessageBox::Cancel, parent);
    question->setObjectName(QStringLiteral("linkQuestion"));
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(url.toString(QUrl::FullyEncoded | QUrl::RemovePassword));
    question->setDefaultButton(QMessageBox::Cancel);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(question, &QMessageBox::finished, question, [url](int answer) {
        if (answer == QMessageBox::Open)
            QDesktopServices::openUrl(url);
    });
    question->open();
}

} // namespace facet::ui
