//! The queue of requests: how many are under way at once, and which is next.
//!
//! Browsers open six connections to a server over HTTP/1.1; a seventh request would wait where nobody
//! decides what goes first. Reads leave one of the six free: a write is sent at once.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// Requests under way at once, for the whole console.
const MAX_REQUESTS: usize = 6;
/// Reads among them.
pub const MAX_READS: usize = MAX_REQUESTS - 1;

/// What a read is for; the first goes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Priority {
    /// A write waits for it: for the state before it, or after it.
    Write,
    /// Something on screen has nothing to show without it.
    #[default]
    Screen,
    /// Further pages of a list, and polling.
    Background,
}

/// The priority of a read for which several may ask: the highest of theirs, also while it waits.
#[derive(Clone, Debug, Default)]
pub struct SharedPriority(Rc<Cell<Priority>>);

impl SharedPriority {
    /// Somebody asks with this priority.
    pub fn raise(&self, priority: Priority) {
        self.0.set(self.0.get().min(priority));
    }
}

impl From<Priority> for SharedPriority {
    fn from(priority: Priority) -> Self {
        Self(Rc::new(Cell::new(priority)))
    }
}

/// A read that waits.
#[derive(Debug)]
struct Waiting {
    priority: SharedPriority,
    /// Of its arrival.
    number: u64,
    /// Whom to wake.
    waker: Option<Waker>,
}

/// What is under way, and what waits.
#[derive(Debug, Default)]
struct QueueState {
    reads: usize,
    writes: usize,
    /// Reads that wait, in the order of their arrival.
    waiting: Vec<Waiting>,
    last: u64,
}

impl QueueState {
    /// Lets reads begin as long as there is room.
    fn admit(&mut self) {
        while self.reads < MAX_READS && self.reads + self.writes < MAX_REQUESTS {
            let waiting = self.waiting.iter();
            let next = waiting.min_by_key(|one| (one.priority.0.get(), one.number)).map(|one| one.number);
            let Some(next) = next.and_then(|number| self.take(number)) else { return };
            self.reads += 1;
            if let Some(waker) = next.waker {
                waker.wake();
            }
        }
    }

    /// Remembers whom to wake for a read, if it still waits.
    fn wait(&mut self, number: u64, waker: &Waker) -> bool {
        let waiting = self.waiting.iter_mut().find(|one| one.number == number);
        waiting.map(|one| one.waker = Some(waker.clone())).is_some()
    }

    /// Takes a read out, if it still waits.
    fn take(&mut self, number: u64) -> Option<Waiting> {
        let place = self.waiting.iter().position(|one| one.number == number)?;
        Some(self.waiting.remove(place))
    }
}

/// The queue of all requests of a page.
#[derive(Clone, Debug, Default)]
pub struct Queue(Rc<RefCell<QueueState>>);

impl Queue {
    /// Queues a read. It leaves the queue when its turn is dropped.
    pub fn read(&self, priority: SharedPriority) -> Turn {
        let mut state = self.0.borrow_mut();
        state.last += 1;
        let number = state.last;
        state.waiting.push(Waiting { priority, number, waker: None });
        state.admit();
        Turn { queue: self.clone(), number, taken: false }
    }

    /// Counts a write, which waits for nothing.
    pub fn write(&self) -> Permit {
        self.0.borrow_mut().writes += 1;
        Permit { queue: self.clone(), is_write: true }
    }

    fn release(&self, is_write: bool) {
        let mut state = self.0.borrow_mut();
        let count = if is_write { &mut state.writes } else { &mut state.reads };
        *count = count.saturating_sub(1);
        state.admit();
    }
}

/// The turn of a read.
#[derive(Debug)]
pub struct Turn {
    queue: Queue,
    number: u64,
    taken: bool,
}

impl Future for Turn {
    type Output = Permit;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Permit> {
        let waits = self.queue.0.borrow_mut().wait(self.number, context.waker());
        if waits {
            return Poll::Pending;
        }
        self.taken = true;
        Poll::Ready(Permit { queue: self.queue.clone(), is_write: false })
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let waited = self.queue.0.borrow_mut().take(self.number).is_some();
        if !waited && !self.taken {
            self.queue.release(false);
        }
    }
}

/// A request under way, until it is dropped.
#[derive(Debug)]
pub struct Permit {
    queue: Queue,
    is_write: bool,
}

impl Drop for Permit {
    fn drop(&mut self) {
        self.queue.release(self.is_write);
    }
}

#[cfg(test)]
mod tests {
    use futures::FutureExt as _;
    use proptest::prelude::*;

    use super::*;

    /// The permit, if it is the turn of this read.
    fn permit(turn: &mut Option<Turn>) -> Option<Permit> {
        let permit = turn.as_mut()?.now_or_never()?;
        *turn = None;
        Some(permit)
    }

    fn queued(queue: &Queue, priority: Priority) -> Option<Turn> {
        Some(queue.read(priority.into()))
    }

    #[test]
    fn a_read_for_which_somebody_asks_more_urgently_goes_earlier() {
        let queue = Queue::default();
        let mut under_way: Vec<_> = (0..MAX_READS).map(|_| queued(&queue, Priority::Screen)).collect();
        let mut permits: Vec<Permit> = under_way.iter_mut().filter_map(permit).collect();
        let shared = SharedPriority::from(Priority::Background);
        let mut first = Some(queue.read(shared.clone()));
        let mut second = queued(&queue, Priority::Screen);
        shared.raise(Priority::Screen);
        // Who asks less urgently changes nothing.
        shared.raise(Priority::Background);
        permits.pop();
        assert!(permit(&mut second).is_none() && permit(&mut first).is_some());
    }

    #[test]
    fn what_is_on_screen_goes_first_and_what_a_write_waits_for_before_it() {
        let queue = Queue::default();
        let mut first: Vec<_> = (0..MAX_READS).map(|_| queued(&queue, Priority::Background)).collect();
        let mut under_way: Vec<Permit> = first.iter_mut().filter_map(permit).collect();
        assert_eq!(under_way.len(), MAX_READS);
        let classes = [Priority::Background, Priority::Screen, Priority::Write, Priority::Screen];
        let mut waiting = classes.map(|priority| queued(&queue, priority));
        assert!(waiting.iter_mut().all(|turn| permit(turn).is_none()));
        let mut order = Vec::new();
        while under_way.pop().is_some() && order.len() < classes.len() {
            let next = waiting.iter_mut().position(|turn| {
                let permit = permit(turn);
                let is_next = permit.is_some();
                under_way.splice(0..0, permit);
                is_next
            });
            order.extend(next);
        }
        assert_eq!(order, [2, 1, 3, 0], "of one class the first that came");
    }

    #[test]
    fn a_write_finds_room_however_many_reads_there_are() {
        let queue = Queue::default();
        let mut turns: Vec<_> = (0..50).map(|_| queued(&queue, Priority::Screen)).collect();
        let reads: Vec<Permit> = turns.iter_mut().filter_map(permit).collect();
        assert_eq!(reads.len() + 1, MAX_REQUESTS);
        let write = queue.write();
        // What it took is given to no read before it ends.
        drop(reads);
        let reads = turns.iter_mut().filter_map(permit).collect::<Vec<Permit>>();
        assert_eq!(reads.len() + 1, MAX_REQUESTS);
        drop(write);
        assert_eq!(turns.iter_mut().filter_map(permit).count(), 0, "one stays free");
    }

    #[test]
    fn what_is_aborted_leaves_the_queue_also_when_its_turn_has_come() {
        let queue = Queue::default();
        let mut turns: Vec<_> = (0..7).map(|_| queued(&queue, Priority::Screen)).collect();
        // The first has its turn and does not know it yet; the sixth waits.
        turns[0] = None;
        turns[5] = None;
        assert_eq!(turns.iter_mut().filter_map(permit).count(), 5);
        let state = queue.0.borrow();
        assert!(state.reads == 0 && state.waiting.is_empty(), "{state:?}");
    }

    #[derive(Clone, Debug)]
    enum Step {
        Read(Priority),
        Write,
        /// Ends one under way.
        End(usize),
        /// Drops one that may wait.
        Abort(usize),
    }

    fn step() -> impl Strategy<Value = Step> {
        prop_oneof![
            prop_oneof![Just(Priority::Write), Just(Priority::Screen), Just(Priority::Background)]
                .prop_map(Step::Read),
            Just(Step::Write),
            (0_usize..8).prop_map(Step::End),
            (0_usize..8).prop_map(Step::Abort),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn never_more_than_six_and_never_idle_while_one_waits(
            steps in proptest::collection::vec(step(), 0..80),
        ) {
            let queue = Queue::default();
            let mut turns: Vec<Option<Turn>> = Vec::new();
            let (mut reads, mut writes) = (Vec::new(), Vec::new());
            for step in steps {
                match step {
                    Step::Read(priority) => turns.push(queued(&queue, priority)),
                    // Somebody confirms one after the other.
                    Step::Write if writes.is_empty() => writes.push(queue.write()),
                    Step::End(number) if number < reads.len() => drop(reads.swap_remove(number)),
                    Step::Write | Step::End(_) => writes.clear(),
                    Step::Abort(number) if number < turns.len() => drop(turns.swap_remove(number)),
                    Step::Abort(_) => {}
                }
                reads.extend(turns.iter_mut().filter_map(permit));
                turns.retain(Option::is_some);
                prop_assert!(reads.len() + writes.len() <= MAX_REQUESTS);
                prop_assert!(turns.is_empty() || reads.len() + writes.len() >= MAX_READS);
            }
            drop((turns, reads, writes));
            prop_assert_eq!(queue.0.borrow().reads + queue.0.borrow().writes, 0);
        }
    }
}
