//! Search as you type, a keystroke at a time.

use std::path::Path;

use justmet_domain::search::Query;
use justmet_store::{Search, Store};
use rusqlite::{Connection, OpenFlags, params_from_iter};

use super::GROUP;
use crate::generate::{Generator, NOW};
use crate::measure::{Figure, Result, Samples};
use crate::world::{World, open};

/// What is typed, a letter after the other; each beginning of it is a search.
const TYPED: [&str; 12] = [
    "priya rao",
    "Müller",
    "mueller",
    "northwind",
    "王小明",
    "514 555 0142",
    "ivanova",
    "rustmeet lisbon",
    "slides",
    "offline sync",
    "example",
    "kowlaski",
];

const ROUNDS: usize = 3;

pub(crate) fn figures(world: &mut World, size: u32) -> Result<Vec<Figure>> {
    let database = world.people_of(size)?;
    let core = open(&database, 0)?;
    let store = Store::open(&database, NOW, &mut Generator::new(0))?;
    let raw = Connection::open_with_flags(&database, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let runtime = &world.runtime;
    let keystrokes: Vec<String> = TYPED.iter().flat_map(|text| beginnings(text)).collect();
    // From the file, as long as nothing is loaded; a terminal searches so.
    let mut from_file = Samples::default();
    for text in TYPED {
        from_file.time(|| Ok(store.read(|reader| reader.search(&asked(text), 50, NOW))?))?;
    }
    let mut loading = Samples::default();
    loading.time(|| Ok(store.load_search()?))?;
    while !core.is_search_loaded() {
        runtime.block_on(core.search("warm".to_owned()))?;
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    let (mut by_face, mut by_store, mut by_like) = (Samples::default(), Samples::default(), Samples::default());
    let mut of_each = vec![Samples::default(); keystrokes.len()];
    for round in 0..ROUNDS {
        for (index, text) in keystrokes.iter().enumerate() {
            let search = asked(text);
            // Each goes first, second and third as often.
            for turn in 0..3 {
                match (turn + round + index) % 3 {
                    0 => drop(by_face.time(|| Ok(runtime.block_on(core.search(text.clone()))?))?),
                    1 => {
                        let of_processor = of_each.get_mut(index).ok_or("a keystroke without samples")?;
                        let search = || Ok(store.read(|reader| reader.search(&search, 50, NOW))?);
                        drop(by_store.time(|| of_processor.time_of_processor(search))?);
                    }
                    _ => drop(by_like.time(|| like(&raw, &search))?),
                }
            }
        }
    }
    print_slowest(&keystrokes, &of_each);
    let floor = "LIKE '%…%', raw rusqlite";
    Ok(vec![
        Figure::time(GROUP, format!("search, a keystroke at {size}"), &by_store)
            .floor(floor, &by_like)
            .bound("p99 ≤ 5 ms, ≤ 1/20 ×", |it| it.p99() <= 5_000.0 && it.ratio() <= 0.05),
        Figure::time(GROUP, format!("of it the processor's time at {size}"), &Samples::of_all(&of_each))
            .bound("p99 ≤ 5 ms", |it| it.p99() <= 5_000.0),
        Figure::time(GROUP, format!("the same with 50 rows drawn at {size}"), &by_face).floor(floor, &by_like),
        Figure::time(GROUP, format!("search before it is loaded at {size}"), &from_file).floor(floor, &by_like),
        Figure::time(GROUP, format!("loading the search at {size}, in the background"), &loading),
    ])
}

/// Where the time goes, for who wants to make it less.
fn print_slowest(keystrokes: &[String], of_each: &[Samples]) {
    let mut slowest: Vec<_> = of_each.iter().map(Samples::p50).zip(keystrokes).collect();
    slowest.sort_unstable_by(|one, other| other.cmp(one));
    let slowest = slowest.iter().take(8).map(|(time, text)| format!("“{text}” {time:.0?}"));
    eprintln!("the slowest keystrokes, by the processor's time: {}", slowest.collect::<Vec<_>>().join(", "));
}

pub(crate) fn asked(text: &str) -> Search {
    let Query { words, events, promises, channels, .. } = Query::parse(text);
    Search { words, events, promises, channels, met: Vec::new() }
}

fn beginnings(text: &str) -> impl Iterator<Item = String> {
    text.char_indices().skip(1).map(|(at, _)| at).chain([text.len()]).filter_map(|at| text.get(..at).map(str::to_owned))
}

/// Ranked as ours are, so that it too looks at everybody; over the folded texts, which spares it the joins.
fn like(raw: &Connection, search: &Search) -> Result<usize> {
    let words: Vec<&str> = search.words.iter().filter_map(|word| word.needles.first()).map(String::as_str).collect();
    if words.is_empty() {
        return Ok(0);
    }
    let one = |number: usize| {
        let like = format!("LIKE '%' || ?{} || '%'", number + 1);
        format!("(short {like} OR notes {like} OR promises {like})")
    };
    let conditions = (0..words.len()).map(one).collect::<Vec<_>>().join(" AND ");
    let sql = format!(
        "SELECT contact_seq FROM finding NOT INDEXED WHERE {conditions}
         ORDER BY short LIKE ?1 || '%' DESC, contact_seq DESC LIMIT 50"
    );
    let mut statement = raw.prepare_cached(&sql)?;
    let found = statement.query_map(params_from_iter(words), |row| row.get::<_, i64>(0))?;
    Ok(found.collect::<rusqlite::Result<Vec<_>>>()?.len())
}

/// Opens and searches once, as a terminal does.
pub(crate) fn once(database: &Path) -> Result<bool> {
    let core = open(database, 0)?;
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    Ok(!runtime.block_on(core.search("priya".to_owned()))?.hits.is_empty())
}
