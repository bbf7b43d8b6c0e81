//! Reads lines that were left out of the learning, and counts by how much the right and the wrong readings outweigh the next:
//! from that it is set what is certain.

use justmet_domain::capture::teach::{FIELDS, LABELS, best};

use crate::field::{Learned, learn};
use crate::lines::{Line, NAMES};

const PARTS: usize = 5;

pub(crate) fn print(lines: &[Line], rounds: u32) {
    // Of each field, what was found: its margin, and whether it was right.
    let mut found: [Vec<(i32, bool)>; FIELDS] = Default::default();
    let mut expected = [0; FIELDS];
    for part in 0..PARTS {
        let rest: Vec<&Line> =
            lines.iter().zip(0..).filter(|(_, at)| at % PARTS != part).map(|(line, _)| line).collect();
        let learned = learn(&rest, rounds);
        for (line, _) in lines.iter().zip(0..).filter(|(_, at)| at % PARTS == part) {
            let read = read(line, &learned);
            for field in 0..FIELDS {
                expected[field] += u32::from(line.wanted[field].is_some());
                if let Some((range, margin)) = &read[field] {
                    found[field].push((*margin, line.wanted[field].as_ref() == Some(range)));
                }
            }
        }
    }
    println!("{:<8}{:>8}{:>9}{:>9}", "field", "margin", "exact %", "wrong %");
    for field in 0..FIELDS {
        for least in [0, 8, 16, 24, 32, 48, 64] {
            let sure = || found[field].iter().filter(|(margin, _)| *margin >= least);
            let exact = sure().filter(|(_, right)| *right).count() as f64 * 100.0 / f64::from(expected[field]);
            let wrong = sure().filter(|(_, right)| !right).count() as f64 * 100.0 / lines.len() as f64;
            println!("{:<8}{least:>8}{exact:>9.1}{wrong:>9.1}", NAMES[field]);
        }
    }
}

fn read(line: &Line, learned: &Learned) -> [Option<(std::ops::Range<usize>, i32)>; FIELDS] {
    let scores: Vec<[i32; LABELS]> = line.lesson.features.iter().map(|features| learned.scores(features)).collect();
    let steps = learned.steps.map(|row| row.map(i32::from));
    let mut read: [Option<(std::ops::Range<usize>, i32)>; FIELDS] = Default::default();
    for (field, range, margin) in best(&scores, &steps) {
        if read[field].as_ref().is_none_or(|(_, known)| *known < margin) {
            read[field] = Some((range, margin));
        }
    }
    read
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lines::tuned;

    #[test]
    fn what_is_learned_is_read_again_and_the_same_each_time() {
        let lines = tuned(&[]);
        let few: Vec<&Line> = lines.iter().take(80).collect();
        let learned = learn(&few, 12);
        assert_eq!(learned.file(), learn(&few, 12).file());
        let fields = few.iter().flat_map(|line| {
            let read = read(line, &learned).map(|found| found.map(|(range, _)| range));
            line.wanted.clone().into_iter().zip(read)
        });
        let told: Vec<bool> =
            fields.filter(|(wanted, _)| wanted.is_some()).map(|(wanted, read)| wanted == read).collect();
        let right = told.iter().filter(|right| **right).count();
        assert!(right * 100 >= told.len() * 95, "{right} of {} fields", told.len());
    }
}
