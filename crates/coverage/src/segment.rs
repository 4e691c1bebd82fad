//! Exact predicates on segments between grid points.

use rstar::{AABB, Envelope, RTreeObject};

use crate::grid::{Point, cross};

/// Bounding box of grid points.
pub(crate) type Extent = AABB<[i32; 2]>;

/// The straight line between two different grid points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Segment {
    pub(crate) a: Point,
    pub(crate) b: Point,
}

impl Segment {
    pub(crate) fn extent(self) -> Extent {
        AABB::from_corners([self.a.x, self.a.y], [self.b.x, self.b.y])
    }

    pub(crate) fn has_end(self, point: Point) -> bool {
        self.a == point || self.b == point
    }

    /// The grid point nearest to where two segments cross, each in the other's interior; `None` if they only touch,
    /// overlap or miss each other.
    pub(crate) fn crossing(self, other: Self) -> Option<Point> {
        if !self.extent().intersects(&other.extent()) {
            return None;
        }
        let (c, d) = (cross(self.a, self.b, other.a), cross(self.a, self.b, other.b));
        if c.signum() * d.signum() >= 0 {
            return None;
        }
        let (a, b) = (cross(other.a, other.b, self.a), cross(other.a, other.b, self.b));
        if a.signum() * b.signum() >= 0 {
            return None;
        }
        // self.a + (self.b - self.a) * a / (a - b), rounded half up, in exact arithmetic.
        let (mut part, mut whole) = (i128::from(a), i128::from(a) - i128::from(b));
        if whole < 0 {
            (part, whole) = (-part, -whole);
        }
        let along = |from: i32, to: i32| {
            let shift = (i128::from(to) - i128::from(from)) * part;
            from + (2 * shift + whole).div_euclid(2 * whole) as i32
        };
        Some(Point::new(along(self.a.x, self.b.x), along(self.a.y, self.b.y)))
    }

    /// Whether the segment passes through the unit square around a point (left and lower edge included, right and
    /// upper not): the "hot pixel" test of snap rounding.
    pub(crate) fn passes(self, pixel: Point) -> bool {
        // Doubled coordinates put the square's corners on whole numbers.
        let double = |p: Point| Point::new(2 * p.x, 2 * p.y);
        let (mut p, mut q) = (double(self.a), double(self.b));
        if p.x > q.x {
            (p, q) = (q, p);
        }
        let (left, right) = (2 * pixel.x - 1, 2 * pixel.x + 1);
        let (low, high) = (2 * pixel.y - 1, 2 * pixel.y + 1);
        if p.x >= right || q.x < left || p.y.min(q.y) >= high || p.y.max(q.y) < low {
            return false;
        }
        if p.x == q.x || p.y == q.y {
            return true;
        }
        let rising = p.y < q.y;
        let side = |x, y| cross(p, q, Point::new(x, y)).signum();
        let upper_left = side(left, high);
        if upper_left == 0 {
            return !rising;
        }
        let upper_right = side(right, high);
        if upper_right == 0 {
            return rising;
        }
        if upper_left != upper_right {
            return true;
        }
        let lower_left = side(left, low);
        if lower_left == 0 || lower_left != upper_left {
            return true;
        }
        let lower_right = side(right, low);
        if lower_right == 0 {
            return !rising;
        }
        lower_left != lower_right || lower_right != upper_right
    }

    /// Whether two segments have more in common than one end point.
    pub(crate) fn conflicts(self, other: Self) -> bool {
        if !self.extent().intersects(&other.extent()) {
            return false;
        }
        let shared = [self.a, self.b].into_iter().find(|&p| other.has_end(p));
        if let Some(pivot) = shared {
            let far = |s: Self| if s.a == pivot { s.b } else { s.a };
            let (p, q) = (far(self), far(other));
            return self.passes_beyond(q, pivot) || other.passes_beyond(p, pivot);
        }
        self.passes(other.a)
            || self.passes(other.b)
            || other.passes(self.a)
            || other.passes(self.b)
            || self.crossing(other).is_some()
    }

    /// Whether the segment comes too near to a point that is not the shared `pivot`.
    fn passes_beyond(self, point: Point, pivot: Point) -> bool {
        point != pivot && self.passes(point)
    }
}

/// A segment as an entry of a tree, with what it stands for.
pub(crate) struct Placed<T> {
    pub(crate) segment: Segment,
    pub(crate) data: T,
}

impl<T> RTreeObject for Placed<T> {
    type Envelope = Extent;

    fn envelope(&self) -> Extent {
        self.segment.extent()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(a: (i32, i32), b: (i32, i32)) -> Segment {
        Segment { a: Point::new(a.0, a.1), b: Point::new(b.0, b.1) }
    }

    #[test]
    fn crossing_is_rounded_to_the_grid() {
        assert_eq!(segment((0, 0), (10, 10)).crossing(segment((0, 9), (9, 0))), Some(Point::new(5, 5)));
        assert_eq!(segment((0, 0), (10, 10)).crossing(segment((0, 0), (9, 0))), None);
        assert_eq!(segment((0, 0), (10, 0)).crossing(segment((5, 0), (5, 7))), None);
    }

    #[test]
    fn pixel_is_half_open() {
        let diagonal = segment((0, 0), (3, 3));
        assert!(![(1, 0), (0, 1), (2, 1)].iter().any(|&(x, y)| diagonal.passes(Point::new(x, y))));
        let falling = segment((0, 3), (3, 0));
        assert!(falling.passes(Point::new(2, 2)), "the left lower corner belongs to the pixel");
        assert!(!falling.passes(Point::new(1, 1)), "the right upper corner does not");
        assert!(segment((0, 0), (100, 1)).passes(Point::new(10, 0)));
        assert!(!segment((0, 0), (100, 10)).passes(Point::new(10, 0)));
    }

    #[test]
    fn conflict_is_more_than_a_common_end() {
        assert!(!segment((0, 0), (9, 9)).conflicts(segment((0, 0), (9, 0))));
        assert!(segment((0, 0), (9, 0)).conflicts(segment((0, 0), (5, 0))));
        assert!(segment((0, 0), (9, 0)).conflicts(segment((9, 0), (0, 0))));
        assert!(segment((0, 0), (9, 0)).conflicts(segment((5, 0), (5, 7))));
    }
}
