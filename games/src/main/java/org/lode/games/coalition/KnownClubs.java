package org.lode.games.coalition;

/**
 * Clubs of the literature whose stable sizes are known, as membership games. They check the module and serve as
 * yardsticks for a simulated club.
 */
public final class KnownClubs {
    private KnownClubs() {}

    /**
     * Barrett's (1994) agreement with linear benefits: b Q - c q^2 / 2, all choosing at once. Signatories abate k b / c
     * each, outsiders b / c. Three sign whatever the number of actors, the third
     * being indifferent.
     *
     * @param benefit b, per unit of total abatement, positive
     * @param cost c, of abatement, positive
     */
    public static SymmetricClub barrettLinear(int actors, double benefit, double cost) {
        return new SymmetricClub(
                actors,
                k -> benefit * linearAbatement(actors, k, benefit, cost)
                        - cost / 2 * (k * benefit / cost) * (k * benefit / cost),
                k -> benefit * linearAbatement(actors, k, benefit, cost) - benefit * benefit / (2 * cost));
    }

    private static double linearAbatement(int actors, int k, double benefit, double cost) {
        return (k * (double) k + (actors - k)) * benefit / cost;
    }

    /**
     * What Barrett's (1994) agreement with quadratic benefits does at one size: b (a Q - Q^2 / 2) / N - c q^2 / 2, with
     * signatories leading.
     *
     * @param member abatement of each signatory
     * @param outsider abatement of each other actor
     * @param total abatement of all
     * @param memberPayoff payoff of each signatory
     * @param outsiderPayoff payoff of each other actor
     */
    public record Agreement(double member, double outsider, double total, double memberPayoff, double outsiderPayoff) {}

    /**
     * Solves Barrett's quadratic agreement of {@code k} signatories.
     *
     * @param actors N
     * @param k signatories, 0 to N
     * @param scale a, total abatement at which benefits peak
     * @param benefit b, positive
     * @param cost c, positive
     */
    public static Agreement barrettQuadratic(int actors, int k, double scale, double benefit, double cost) {
        double gamma = cost / benefit;
        double alpha = (double) k / actors;
        double rest = gamma + 1 - alpha;
        double signed = scale * alpha * alpha * actors * gamma / (rest * rest + alpha * alpha * actors * gamma);
        double gap = gamma * (scale - signed) / rest; // a - Q
        double outsider = gap / (gamma * actors);
        double member = k > 0 ? signed / k : 0;
        double total = scale - gap;
        double shared = benefit * (scale * total - total * total / 2) / actors;
        return new Agreement(
                member, outsider, total, shared - cost * member * member / 2, shared - cost * outsider * outsider / 2);
    }

    /** The membership game of Barrett's quadratic agreement; four of ten sign for a = 100, b = 1, c = 0.25. */
    public static SymmetricClub barrettQuadratic(int actors, double scale, double benefit, double cost) {
        return new SymmetricClub(
                actors,
                k -> barrettQuadratic(actors, k, scale, benefit, cost).memberPayoff(),
                k -> barrettQuadratic(actors, k, scale, benefit, cost).outsiderPayoff());
    }

    /**
     * The price-leading cartel of d'Aspremont, Jacquemin, Gabszewicz and Weymark (1983): demand 1 - p, costs q^2 / 2, a
     * fringe that supplies where price is marginal cost, and a cartel that prices against what is left. Three collude
     * when there are six firms or more.
     */
    public static SymmetricClub priceLeaders(int firms) {
        return new SymmetricClub(
                firms,
                k -> {
                    double price = leadersPrice(firms, k);
                    double sold = 1 - (firms - k + 1) * price;
                    return (price * sold - sold * sold / (2 * k)) / k;
                },
                k -> leadersPrice(firms, k) * leadersPrice(firms, k) / 2);
    }

    private static double leadersPrice(int firms, int k) {
        return (firms + 1) / ((firms + 1.0) * (firms + 1) - (double) k * k);
    }

    /**
     * The quantity-leading cartel of Shaffer (1995): demand 1 - Q, no costs, a fringe that plays Cournot after the
     * cartel. (N + 3) / 2 collude for odd N of 5 and more, N / 2 + 1 for even N of 6 and more.
     */
    public static SymmetricClub quantityLeaders(int firms) {
        return new SymmetricClub(firms, k -> 1 / (4.0 * k * (firms - k + 1)), k -> {
            double price = k == 0 ? 1.0 / (firms + 1) : 1 / (2.0 * (firms - k + 1));
            return price * price;
        });
    }

    /**
     * Mergers of Salant, Switzer and Reynolds (1983): Cournot with demand 1 - Q and no costs; members act as one firm.
     * From no merger, k of N gain by merging if and only if k is at least N + 3/2 - sqrt(N + 5/4).
     */
    public static SymmetricClub mergers(int firms) {
        return new SymmetricClub(firms, k -> 1 / ((firms - k + 2.0) * (firms - k + 2.0) * k), k -> {
            double rivals = firms - Math.max(k, 1) + 2.0;
            return 1 / (rivals * rivals);
        });
    }
}
