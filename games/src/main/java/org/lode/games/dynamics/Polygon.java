package org.lode.games.dynamics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A convex set of payoff pairs given by its vertices, anticlockwise: a polygon, a segment, a point, or empty. */
final class Polygon {
    /** A pair of payoffs. */
    record Point(double x, double y) {}

    private final List<Point> vertices;

    private Polygon(List<Point> vertices) {
        this.vertices = vertices;
    }

    /**
     * The convex hull (Andrew 1979).
     *
     * @param near points closer than this are one
     */
    static Polygon hull(List<Point> points, double near) {
        List<Point> sorted = new ArrayList<>(points);
        sorted.sort(Comparator.comparingDouble(Point::x).thenComparingDouble(Point::y));
        List<Point> distinct = new ArrayList<>();
        for (Point p : sorted) {
            if (distinct.stream().noneMatch(q -> distance(p, q) <= near)) {
                distinct.add(p);
            }
        }
        if (distinct.size() < 3) {
            return new Polygon(List.copyOf(distinct));
        }
        List<Point> hull = new ArrayList<>();
        for (int pass = 0; pass < 2; pass++) {
            int base = hull.size();
            for (int k = 0; k < distinct.size(); k++) {
                Point p = distinct.get(pass == 0 ? k : distinct.size() - 1 - k);
                while (hull.size() >= base + 2
                        && bend(hull.get(hull.size() - 2), hull.get(hull.size() - 1), p) <= near * near) {
                    hull.remove(hull.size() - 1);
                }
                hull.add(p);
            }
            hull.remove(hull.size() - 1); // it starts the other chain
        }
        return new Polygon(List.copyOf(hull));
    }

    private static double bend(Point a, Point b, Point c) {
        return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
    }

    private static double distance(Point p, Point q) {
        return Math.max(Math.abs(p.x() - q.x()), Math.abs(p.y() - q.y()));
    }

    List<Point> vertices() {
        return vertices;
    }

    boolean isEmpty() {
        return vertices.isEmpty();
    }

    double leastX() {
        return vertices.stream().mapToDouble(Point::x).min().orElseThrow();
    }

    double leastY() {
        return vertices.stream().mapToDouble(Point::y).min().orElseThrow();
    }

    /** The part with x at least {@code x} and y at least {@code y}. */
    Polygon above(double x, double y, double near) {
        return clipped(vertices, x, true, near).isEmpty()
                ? new Polygon(List.of())
                : hull(clipped(clipped(vertices, x, true, near), y, false, near), near);
    }

    private static List<Point> clipped(List<Point> points, double least, boolean byX, double near) {
        List<Point> kept = new ArrayList<>();
        int n = points.size();
        for (int k = 0; k < n; k++) {
            Point p = points.get(k);
            Point q = points.get((k + 1) % n);
            double from = (byX ? p.x() : p.y()) - least;
            double to = (byX ? q.x() : q.y()) - least;
            if (from >= -near) {
                kept.add(p);
            }
            if ((from < -near && to > near) || (from > near && to < -near)) {
                double t = from / (from - to);
                kept.add(new Point(p.x() + t * (q.x() - p.x()), p.y() + t * (q.y() - p.y())));
            }
        }
        return kept;
    }

    /** The largest distance of a vertex of this polygon from {@code other}, both convex. */
    double beyond(Polygon other) {
        double most = 0;
        for (Point p : vertices) {
            most = Math.max(most, other.distanceTo(p));
        }
        return most;
    }

    /** The distance from a point to this set; 0 inside. */
    double distanceTo(Point p) {
        int n = vertices.size();
        if (n == 0) {
            return Double.POSITIVE_INFINITY;
        }
        boolean inside = n > 2;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < n; k++) {
            Point a = vertices.get(k);
            Point b = vertices.get((k + 1) % n);
            inside &= bend(a, b, p) >= 0;
            double dx = b.x() - a.x();
            double dy = b.y() - a.y();
            double length = dx * dx + dy * dy;
            double t = length > 0 ? ((p.x() - a.x()) * dx + (p.y() - a.y()) * dy) / length : 0;
            double clamped = Math.max(0, Math.min(1, t));
            double ex = p.x() - a.x() - clamped * dx;
            double ey = p.y() - a.y() - clamped * dy;
            least = Math.min(least, Math.sqrt(ex * ex + ey * ey));
        }
        return inside ? 0 : least;
    }
}
