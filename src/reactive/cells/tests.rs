//! Handles give back what was put in, and leave alone what is gone.

use super::*;
use leptos::prelude::Owner;

#[test]
fn values_are_read_back_and_changed_in_place() {
    Owner::new().with(|| {
        let signal = RwSignal::new(vec![1, 2]);
        signal.update(|list| list.push(3));
        assert_eq!(signal.get_untracked(), [1, 2, 3]);
        assert_eq!(signal.try_update(|list| list.pop()), Some(Some(3)));
        // Somebody looks at it meanwhile: the change is made in a copy.
        let seen = signal.0.get_untracked();
        signal.update(|list| list.push(4));
        assert_eq!(held::<Vec<i32>>(&seen), &[1, 2]);
        assert_eq!(signal.get_untracked(), [1, 2, 4]);

        let shared = ArcRwSignal::new(5);
        let handle = RwSignal::from(shared.clone());
        assert_eq!(
            shared.update(|number| {
                *number += 1;
                *number
            }),
            6
        );
        assert_eq!(handle.get_untracked(), 6);

        let stored = StoredValue::new(String::from("a"));
        stored.update_value(|text| text.push('b'));
        assert_eq!(stored.get_value(), "ab");
    });
}

#[test]
fn what_is_gone_is_left_alone() {
    let owner = Owner::new();
    let (signal, stored) = owner.with(|| (RwSignal::new(1), StoredValue::new(1)));
    owner.cleanup();
    signal.set(2);
    signal.update(|number| *number = 3);
    stored.set_value(2);
    assert_eq!(signal.try_update(|_| ()), None);
    assert_eq!(stored.try_with_value(|_| ()), None);
}

#[test]
fn a_memo_tells_values_apart_by_what_they_are() {
    let (a, b) = (Compared(Arc::new(1)), Compared(Arc::new(1)));
    assert!(a == b);
    assert!(a != Compared(Arc::new(2)));
    assert!(a != Compared(Arc::new("1")));
}

#[test]
fn signals_follow_what_they_read() {
    Owner::new().with(|| {
        let number = RwSignal::new(2);
        let double = Signal::derive(move || number.get() * 2);
        let memo = Memo::new(move || double.get() > 5);
        assert_eq!((double.get_untracked(), memo.get_untracked()), (4, false));
        number.set(3);
        assert_eq!((double.get_untracked(), memo.get_untracked()), (6, true));
        assert_eq!(Signal::<String>::from("a").get_untracked(), "a");
        assert_eq!(Signal::<Option<String>>::default().get_untracked(), None);
    });
}
