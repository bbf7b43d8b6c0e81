//! The shortest life that still goes wrong.

use crate::event::Event;
use crate::history::Setup;
use crate::oracle::Invariant;

/// Leaves out of a life whatever is not needed for it to violate `invariant`.
pub fn shortest(setup: &Setup, mut events: Vec<Event>, invariant: Invariant, is_mutant: bool) -> Vec<Event> {
    let fails = |events: &[Event]| setup.live(events, is_mutant).violations.contains_key(&invariant);
    loop {
        let before = (events.len(), calm(&events));
        let mut size = events.len() / 2;
        while size > 0 {
            let mut from = 0;
            while from < events.len() {
                let mut fewer = events.clone();
                fewer.drain(from..(from + size).min(fewer.len()));
                if fails(&fewer) {
                    events = fewer;
                } else {
                    from += size;
                }
            }
            size /= 2;
        }
        for index in 0..events.len() {
            let mut calmer = events.clone();
            if let Some(event) = calmer.get_mut(index).filter(|event| event.chaos != 0) {
                event.chaos = 0;
                if fails(&calmer) {
                    events = calmer;
                }
            }
        }
        if before == (events.len(), calm(&events)) {
            return events;
        }
    }
}

fn calm(events: &[Event]) -> usize {
    events.iter().filter(|event| event.chaos == 0).count()
}
