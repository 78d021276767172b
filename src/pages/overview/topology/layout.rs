//! Where the parts of the picture of a frame are, in pixels.

/// Width of a card in the fence, at least, and of a small one; of a bucket; of the review.
const CARD: u32 = 168;
const SMALL: u32 = 128;
const BUCKET: u32 = 168;
const REVIEW: u32 = 168;
/// Height of a bucket, and of the review.
const NODE: u32 = 52;
const GATE: u32 = 68;
/// Height of a card of a box, and of a smaller one.
const TALL: u32 = 127;
const LOW: u32 = 82;
/// From so many boxes on their cards are small, and up to this width.
const MANY: usize = 13;
const NARROW: u32 = 480;
/// Height of a card of the frame's own infrastructure.
const SHARED: u32 = 52;
/// Between parts; for an arrow; inside the fence; for its name.
const GAP: u32 = 8;
const ARROW: u32 = 44;
const PADDING: u32 = 12;
const TITLE: u32 = 34;
/// From so many pixels on buckets stand beside the fence instead of above and below it.
const WIDE: u32 = 1_000;

/// A part of the picture, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rectangle {
    /// From the left.
    pub x: u32,
    /// From above.
    pub y: u32,
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
}

impl Rectangle {
    const fn new(x: u32, y: u32, width: u32, height: u32) -> Self {
        Self { x, y, width, height }
    }

    const fn right(self) -> u32 {
        self.x + self.width
    }

    const fn bottom(self) -> u32 {
        self.y + self.height
    }

    const fn middle_x(self) -> u32 {
        self.x + self.width / 2
    }

    const fn middle_y(self) -> u32 {
        self.y + self.height / 2
    }
}

/// How many parts there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
    /// Cards of the frame's own infrastructure.
    pub shared: usize,
    /// Boxes.
    pub boxes: usize,
    /// Buckets that files come from.
    pub sources: usize,
    /// Buckets that files go to.
    pub targets: usize,
}

/// An arrow: across, then down or up, then across again; or down, across and down again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrow {
    /// Where it begins.
    pub from: (u32, u32),
    /// Where it ends.
    pub to: (u32, u32),
    /// Whether it points down instead of to the right.
    pub down: bool,
}

/// Where everything is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// Width of all.
    pub width: u32,
    /// Height of all.
    pub height: u32,
    /// The fence.
    pub fence: Rectangle,
    /// The frame's own infrastructure.
    pub shared: Vec<Rectangle>,
    /// The boxes.
    pub boxes: Vec<Rectangle>,
    /// Whether the cards of boxes are small.
    pub small: bool,
    /// The buckets that files come from.
    pub sources: Vec<Rectangle>,
    /// The review.
    pub review: Rectangle,
    /// The buckets that files go to.
    pub targets: Vec<Rectangle>,
    /// The arrows.
    pub arrows: Vec<Arrow>,
}

/// As many places as fit beside each other, in rows; and where the next row would begin.
fn grid(count: usize, (x, y): (u32, u32), width: u32, least: u32, height: u32) -> (Vec<Rectangle>, u32) {
    let columns = ((width + GAP) / (least + GAP)).max(1);
    let each = (width + GAP) / columns - GAP;
    let place = |index: u32| {
        let (row, column) = (index / columns, index % columns);
        Rectangle::new(x + column * (each + GAP), y + row * (height + GAP), each, height)
    };
    let places: Vec<Rectangle> = (0..u32::try_from(count).unwrap_or(u32::MAX)).map(place).collect();
    let next = places.last().map_or(y, |last| last.bottom() + GAP);
    (places, next)
}

/// The rows of a grid, each in the middle of a width.
fn centred(mut places: Vec<Rectangle>, width: u32) -> Vec<Rectangle> {
    for row in places.chunk_by_mut(|one, next| one.y == next.y) {
        let used = row.last().map_or(width, |last| last.right());
        let shift = width.saturating_sub(used) / 2;
        row.iter_mut().for_each(|place| place.x += shift);
    }
    places
}

/// The fence with what is in it, from this corner on.
fn fence(layout: &mut Layout, parts: Parts, (x, y): (u32, u32), width: u32) {
    let inner = width.saturating_sub(2 * PADDING);
    layout.small = parts.boxes >= MANY || layout.width <= NARROW;
    let (least, height) = if layout.small { (SMALL, LOW) } else { (CARD, TALL) };
    let (shared, next) = grid(parts.shared, (x + PADDING, y + TITLE), inner, CARD, SHARED);
    let (boxes, next) = grid(parts.boxes, (x + PADDING, next), inner, least, height);
    layout.fence = Rectangle::new(x, y, width, (next + PADDING - GAP - y).max(TITLE + NODE + PADDING));
    (layout.shared, layout.boxes) = (shared, boxes);
}

/// Nodes below each other, in the middle of a height.
fn column(count: usize, x: u32, height: u32) -> Vec<Rectangle> {
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    let all = (count * (NODE + GAP)).saturating_sub(GAP);
    let top = height.saturating_sub(all) / 2;
    (0..count).map(|index| Rectangle::new(x, top + index * (NODE + GAP), BUCKET, NODE)).collect()
}

/// The places of so many parts in a picture of this width.
pub fn layout(width: u32, parts: Parts) -> Layout {
    let mut layout = Layout { width, ..Layout::default() };
    if width >= WIDE {
        beside(&mut layout, parts)
    } else {
        below(&mut layout, parts)
    }
    layout
}

/// From the left to the right.
fn beside(layout: &mut Layout, parts: Parts) {
    let left = BUCKET + ARROW;
    let right = ARROW + REVIEW + ARROW + BUCKET;
    fence(layout, parts, (left, 0), layout.width - left - right);
    let nodes = u32::try_from(parts.sources.max(parts.targets)).unwrap_or(u32::MAX);
    let height = layout.fence.height.max((nodes * (NODE + GAP)).saturating_sub(GAP));
    layout.fence.height = height;
    layout.height = height;
    layout.sources = column(parts.sources, 0, height);
    let review = Rectangle::new(layout.fence.right() + ARROW, (height - GATE) / 2, REVIEW, GATE);
    layout.review = review;
    layout.targets = column(parts.targets, review.right() + ARROW, height);
    let to_fence = |source: &Rectangle| Arrow {
        from: (source.right(), source.middle_y()),
        to: (layout.fence.x, source.middle_y()),
        down: false,
    };
    let to_target = |target: &Rectangle| Arrow {
        from: (review.right(), review.middle_y()),
        to: (target.x, target.middle_y()),
        down: false,
    };
    let out = Arrow {
        from: (layout.fence.right(), review.middle_y()),
        to: (review.x, review.middle_y()),
        down: false,
    };
    layout.arrows = layout
        .sources
        .iter()
        .map(to_fence)
        .chain([out])
        .chain(layout.targets.iter().map(to_target))
        .collect();
}

/// From above to below. Of several rows of buckets those next to the fence, and to the review, have
/// arrows.
fn below(layout: &mut Layout, parts: Parts) {
    let width = layout.width;
    let (sources, next) = grid(parts.sources, (0, 0), width, BUCKET, NODE);
    let sources = centred(sources, width);
    let top = if sources.is_empty() { 0 } else { next - GAP + ARROW };
    fence(layout, parts, (0, top), width);
    let fence = layout.fence;
    let middle = fence.middle_x();
    let review = Rectangle::new(middle - REVIEW / 2, fence.bottom() + ARROW, REVIEW, GATE);
    let (targets, next) = grid(parts.targets, (0, review.bottom() + ARROW), width, BUCKET, NODE);
    let targets = centred(targets, width);
    let down = |from: (u32, u32), to: (u32, u32)| Arrow { from, to, down: true };
    let lowest = sources.last().map(|place| place.y);
    let highest = targets.first().map(|place| place.y);
    let into = sources
        .iter()
        .filter(|place| Some(place.y) == lowest)
        .map(|place| down((place.middle_x(), place.bottom()), (place.middle_x(), fence.y)));
    let out = targets.iter().filter(|place| Some(place.y) == highest).map(|place| {
        // Straight, if only a half of a pixel is missing.
        let x = if place.middle_x().abs_diff(middle) < 2 { place.middle_x() } else { middle };
        down((x, review.bottom()), (place.middle_x(), place.y))
    });
    let to_review = down((middle, fence.bottom()), (middle, review.y));
    layout.arrows = into.chain([to_review]).chain(out).collect();
    layout.height = if targets.is_empty() { review.bottom() } else { next - GAP };
    (layout.sources, layout.review, layout.targets) = (sources, review, targets);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn inside(outer: Rectangle, inner: Rectangle) -> bool {
        outer.x <= inner.x
            && outer.y <= inner.y
            && inner.right() <= outer.right()
            && inner.bottom() <= outer.bottom()
    }

    fn apart(a: Rectangle, b: Rectangle) -> bool {
        a.right() <= b.x || b.right() <= a.x || a.bottom() <= b.y || b.bottom() <= a.y
    }

    /// Whether a point is on the edge of a place.
    fn touches(place: Rectangle, (x, y): (u32, u32)) -> bool {
        let within_x = (place.x..=place.right()).contains(&x);
        let within_y = (place.y..=place.bottom()).contains(&y);
        within_x && (y == place.y || y == place.bottom()) || within_y && (x == place.x || x == place.right())
    }

    #[test]
    fn one_box_and_forty_are_readable() {
        let parts = Parts { shared: 2, boxes: 1, sources: 1, targets: 1 };
        let one = layout(1_344, parts);
        assert!(!one.small && one.height < 250, "{one:?}");
        let forty = layout(1_344, Parts { boxes: 40, ..parts });
        assert!(forty.small && forty.height < 900, "{forty:?}");
        assert!(forty.boxes.iter().all(|place| place.width >= SMALL));
    }

    proptest! {
        #[test]
        fn nothing_lies_on_anything_else(
            width in 280..2_000_u32,
            (shared, boxes, sources, targets) in (0..9_usize, 0..60_usize, 0..8_usize, 0..8_usize),
        ) {
            let all = layout(width, Parts { shared, boxes, sources, targets });
            let picture = Rectangle::new(0, 0, all.width, all.height);
            let cards: Vec<Rectangle> = all.shared.iter().chain(&all.boxes).copied().collect();
            prop_assert_eq!(cards.len(), shared + boxes);
            prop_assert!(cards.iter().all(|card| inside(all.fence, *card)));
            let outside: Vec<Rectangle> =
                all.sources.iter().chain(&all.targets).copied().chain([all.review, all.fence]).collect();
            prop_assert_eq!(outside.len(), sources + targets + 2);
            prop_assert!(outside.iter().all(|place| inside(picture, *place)), "{:?}", all);
            for places in [&cards, &outside] {
                for (index, place) in places.iter().enumerate() {
                    prop_assert!(places[..index].iter().all(|other| apart(*place, *other)), "{:?}", all);
                }
            }
            for Arrow { from, to, .. } in &all.arrows {
                prop_assert!(from.0.max(to.0) <= all.width && from.1.max(to.1) <= all.height);
                // Each joins two parts.
                for end in [from, to] {
                    prop_assert!(outside.iter().any(|place| touches(*place, *end)), "{:?} of {:?}", end, all);
                }
            }
        }
    }
}
