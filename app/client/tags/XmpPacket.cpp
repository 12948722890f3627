#include "client/tags/XmpPacket.h"

#include <QXmlStreamReader>
#include <QXmlStreamWriter>

namespace facet::client {

namespace {

const QString facetSpace = QStringLiteral("urn:facet:result:1");
const QString rdfSpace = QStringLiteral("http://www.w3.org/1999/02/22-rdf-syntax-ns#");
const QString dcSpace = QStringLiteral("http://purl.org/dc/elements/1.1/");
constexpr int mostWords = 64;

/// What XML 1.0 cannot hold is left out.
QString allowed(const QString &text)
{
    QString kept;
    kept.reserve(text.size());
    for (const QChar c : text) {
        if (c.unicode() >= 0x20 || c == u'\n' || c == u'\t' || c == u'\r')
            kept += c;
    }
    return kept;
}

QByteArray description(const ResultTags::Words &words)
{
    QByteArray out;
    QXmlStreamWriter xml(&out);
    xml.writeNamespace(rdfSpace, QStringLiteral("rdf"));
    xml.writeStartElement(rdfSpace, QStringLiteral("Description"));
    xml.writeNamespace(facetSpace, QStringLiteral("facet"));
    xml.writeNamespace(dcSpace, QStringLiteral("dc"));
    xml.writeAttribute(rdfSpace, QStringLiteral("about"), {});
    if (const QString prompt = words.value(QStringLiteral("prompt")); !prompt.isEmpty()) {
        xml.writeStartElement(dcSpace, QStringLiteral("description"));
        xml.writeStartElement(rdfSpace, QStringLiteral("Alt"));
        xml.writeStartElement(rdfSpace, QStringLiteral("li"));
        xml.writeAttribute(QStringLiteral("xml:lang"), QStringLiteral("x-default"));
        xml.writeCharacters(allowed(prompt));
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }
    for (auto word = words.cbegin(); word != words.cend(); ++word)
        xml.writeTextElement(facetSpace, word.key(), allowed(word.value()));
    xml.writeEndElement();
    return out;
}

} // namespace

QByteArray xmpPacket(const ResultTags::Words &words)
{
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\""
        + rdfSpace.toLatin1() + "\">" + description(words) + "</rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>";
}

QByteArray xmpWith(const QByteArray &packet, const ResultTags::Words &words)
{
    const qsizetype end = packet.lastIndexOf("</rdf:RDF>");
    if (end < 0)
        return {};
    QByteArray both = packet;
    both.insert(end, description(words));
    return both;
}

ResultTags::Words xmpWords(const QByteArray &packet)
{
    ResultTags::Words words;
    QXmlStreamReader xml(packet);
    while (!xml.atEnd() && words.size() < mostWords) {
        switch (xml.readNext()) {
        case QXmlStreamReader::DTD:
            return {};
        case QXmlStreamReader::StartElement:
            if (xml.namespaceUri() == facetSpace) {
                const QString name = xml.name().toString();
                words.insert(name, xml.readElementText(QXmlStreamReader::SkipChildElements));
            }
            break;
        default:
            break;
        }
    }
    return words;
}

} // namespace facet::client
