#pragma once

#include "TestWorld.h"

#include <QRandomGenerator>

#include <algorithm>

namespace facet::test {

/// Catalogues, plans, agents, accounts and messages drawn from one seed: the same seed draws the same, in the
/// same order. Half of the worlds are the bundled one with changes, half are made up: odd rates, prices that
/// are not known, options in any order, defaults that are not offered.
class RandomWorld {
public:
    explicit RandomWorld(quint32 seed);

    World world();
    /// On a plan of `world`; the balance is often nothing, seldom plenty.
    Account account(const World &world);
    /// Everything in it can be said in the contract's JSON.
    QuoteRequest request(const World &world);

    int below(int n) { return static_cast<int>(m_random.bounded(n)); }
    bool chance(int percent) { return below(100) < percent; }

private:
    template <typename T>
    const T &of(const QList<T> &list)
    {
        return list[below(static_cast<int>(list.size()))];
    }
    /// Some of `all`, perhaps none, now and then in another order.
    template <typename T>
    QList<T> someOf(QList<T> all, int percent)
    {
        all.removeIf([&](const T &) { return !chance(percent); });
        if (chance(15))
            std::shuffle(all.begin(), all.end(), m_random);
        return all;
    }
    template <typename T>
    std::optional<T> standardOf(const QList<T> &offered, const T &stranger);

    CreditRate rate();
    QList<Price> prices(const Model &model);
    Model model(int number);
    QList<Benefit> benefits(const Catalogue &catalogue);
    World changed();
    World madeUp();
    QString prompt(const Catalogue &catalogue);
    QList<InputRole> inputs(const Model *model);

    QRandomGenerator m_random;
};

/// A number of the environment, with which a failure is had again; `fallback` without one.
int environmentNumber(const char *name, int fallback);

} // namespace facet::test
