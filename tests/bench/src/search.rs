//! Search as you type.

use std::time::{Duration, Instant};

use justmet_domain::fold::fold;
use justmet_store::Store;
use rusqlite::{Connection, params_from_iter};

use crate::generate::{Generator, NOW};
use crate::measure::{Figure, Result, Samples};
use crate::raw;
use crate::world::{self, World};

const GROUP: &str = "search";

/// What is typed, a letter after the other.
const QUERIES: [&str; 8] =
    ["priya rao", "Müller", "northwind", "王小明", "514 555 0142", "иванова", "rustmeet lisbon", "slides"];

/// Rounds over all keystrokes: as many as fit into this time, but no fewer and no more than these.
const ENOUGH: Duration = Duration::from_secs(30);
const ROUNDS: std::ops::RangeInclusive<usize> = 3..=20;

pub(crate) fn measure(world: &mut World) -> Result<Vec<Figure>> {
    let database = world.people_of(world.people)?;
    let core = world::open(&database, 0)?;
    let store = Store::open(&database, NOW, &mut Generator::new(0))?;
    let raw = raw::reader(&database)?;
    let keystrokes: Vec<String> = QUERIES.iter().flat_map(|query| prefixes(query)).collect();

    let (mut by_face, mut by_store, mut by_like, mut by_column) =
        (Samples::default(), Samples::default(), Samples::default(), Samples::default());
    let started = Instant::now();
    for round in 0..*ROUNDS.end() {
        if round >= *ROUNDS.start() && started.elapsed() > ENOUGH {
            break;
        }
        for (index, typed) in keystrokes.iter().enumerate() {
            let words: Vec<String> = fold(typed).split_whitespace().map(str::to_owned).collect();
            // Each goes first, second and third as often.
            for turn in 0..3 {
                match (turn + round + index) % 3 {
                    0 => drop(by_face.time(|| Ok(world.runtime.block_on(core.search(typed.clone()))?))?),
                    1 => drop(by_store.time(|| Ok(store.read(|reader| reader.search(&words, 50))?))?),
                    _ => drop(by_like.time(|| like(&raw, Over::Text, &words))?),
                }
            }
        }
    }
    for query in QUERIES {
        let words: Vec<String> = query.split_whitespace().map(str::to_owned).collect();
        by_column.time(|| like(&raw, Over::Columns, &words))?;
    }
    Ok(vec![
        Figure::time(GROUP, format!("JustMet::search at {}, a keystroke", world.people), &by_face)
            .floor("LIKE over the folded text", &by_like)
            .bound("p99 ≤ 5 ms, ≤ 1/20 ×", |it| it.p99() <= 5_000.0 && it.ratio() <= 1.0 / 20.0),
        Figure::time(GROUP, "Reader::search, ids only", &by_store).floor("LIKE over the folded text", &by_like),
        Figure::time(GROUP, "JustMet::search, as above", &by_face).floor("LIKE over each column", &by_column),
    ])
}

fn prefixes(query: &str) -> Vec<String> {
    let letters: Vec<char> = query.chars().collect();
    (1..=letters.len()).map(|count| letters.iter().take(count).collect()).collect()
}

/// What is looked through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Over {
    /// The one folded text that the store keeps of each person.
    Text,
    /// The columns as they were entered.
    Columns,
}

/// Ranked as the store ranks, so that it too must look at every person.
fn like(conn: &Connection, over: Over, words: &[String]) -> Result<usize> {
    let one = |number: usize| {
        let like = format!("LIKE '%' || ?{} || '%'", number + 1);
        if over == Over::Columns {
            format!(
                "(c.name {like} OR c.org {like} OR c.role {like}
                  OR EXISTS (SELECT 1 FROM address a WHERE a.contact_id = c.id AND (a.key {like} OR a.display {like}))
                  OR EXISTS (SELECT 1 FROM encounter e LEFT JOIN event v ON v.id = e.event_id
                             WHERE e.contact_id = c.id AND (e.notes {like} OR v.name {like}))
                  OR EXISTS (SELECT 1 FROM encounter e JOIN promise p ON p.encounter_id = e.id
                             WHERE e.contact_id = c.id AND p.what {like}))"
            )
        } else {
            format!("c.search_text {like}")
        }
    };
    let conditions = (0..words.len()).map(one).collect::<Vec<_>>().join(" AND ");
    let sql = format!(
        "SELECT c.id FROM contact c NOT INDEXED WHERE c.deleted_ms IS NULL AND {conditions}
         ORDER BY c.name_folded LIKE ?1 || '%' DESC, c.met_at_ms DESC, c.id DESC LIMIT 50"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let ids = statement.query_map(params_from_iter(words), |row| row.get::<_, [u8; 16]>(0))?;
    Ok(ids.collect::<rusqlite::Result<Vec<_>>>()?.len())
}
