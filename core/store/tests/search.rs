//! Search as you type: once from the file, once from memory, which must not differ.

#![allow(
    clippy::unwrap_used,
    reason = "a failed expectation is the message; the lint only knows functions marked as tests"
)]

mod common;

use std::thread;

use common::*;
use justmet_domain::channel::ChannelKind;
use justmet_domain::contact::{Encounter, Promise, PromiseBy};
use justmet_domain::id::{EventId, PromiseId};
use justmet_domain::time::Timestamp;
use justmet_store::{Interrupt, NewEncounter, Store, StoreError};
use uuid::Uuid;

/// Asks a question of the store before and after its index is in memory, and gives the one answer.
fn both_ways<T: PartialEq + std::fmt::Debug>(store: &Store, ask: impl Fn(&Store) -> T) -> T {
    let from_file = ask(store);
    store.load_search().unwrap();
    assert!(store.is_search_loaded());
    let from_memory = ask(store);
    assert_eq!(from_file, from_memory, "memory and file differ");
    from_memory
}

fn named(number: u128, name: &str) -> NewEncounter {
    someone(number, name)
}

fn with_org(number: u128, name: &str, org: &str) -> NewEncounter {
    let mut met = someone(number, name);
    met.contact.org = Some(org.into());
    met
}

fn with_notes(number: u128, name: &str, notes: &str) -> NewEncounter {
    let mut met = someone(number, name);
    met.encounter.notes = notes.into();
    met
}

#[test]
fn every_kind_of_text_is_found_by_any_part_of_it() {
    let folder = Folder::new();
    let store = folder.open();
    store
        .write(NOW, |writer| {
            let event = writer.event_named("RustConf Montréal", NOW, EventId::from_uuid(Uuid::from_u128(7)))?;
            writer.insert(&priya(1, Some(event)))?;
            writer.insert(&someone(2, "王小明"))
        })
        .unwrap();
    both_ways(&store, |store| {
        for text in [
            "Priya",
            "RÁO",
            "iya",
            "acme",
            "Führung",
            "fuhrungs",
            "fuehrungs",
            "kayaking",
            "ayak",
            "ing",
            "SLIDES",
            "lide",
            "zoe",
            "intro",
            "montreal",
            "ustconf",
            "priya@acme.example",
            "@acme.exa",
            "+15145550142",
            "5145550142",
            "514-555",
            "0142",
            "(514) 555 01 42",
            "51 45 55",
            "rao priya",
            "kayak acme rust",
            "pri s",
            "\"likes kayak\"",
            "ＰＲＩＹＡ",
        ] {
            assert_eq!(found(store, text), [1], "{text}");
        }
        for text in ["小", "王 明", "小明"] {
            assert_eq!(found(store, text), [2], "{text}");
        }
        for text in
            ["bob", "priya bob", "kayakraw", "raoacme", "' OR 1", "%", "_", "\"", "*", "", "  ", "\"kayaking likes\""]
        {
            assert_eq!(found(store, text), [0_u128; 0], "{text}");
        }
    });
}

#[test]
fn names_of_many_scripts_are_found_as_people_type_them() {
    let folder = Folder::new();
    let store = folder.open();
    let names = [
        "Łukasz Østergaard",
        "Jürgen Weiß",
        "Дмитрий Щербаков",
        "Γιώργος Παπαδόπουλος",
        "ナカムラ ゆり",
        "김민수",
        "علی رضایی",
        "O’Brien, Siobhán",
        "Ayşe Yılmaz",
        "Đorđe Ćirić",
        "Mueller",
    ];
    for (number, name) in (1..).zip(names) {
        save(&store, &named(number, name));
    }
    both_ways(&store, |store| {
        for (text, who) in [
            ("lukasz", 1),
            ("ostergaard", 1),
            ("oestergaard", 1),
            ("jurgen", 2),
            ("juergen", 2),
            ("weiss", 2),
            ("WEISS", 2),
            ("дмитрий", 3),
            ("dmitry", 3),
            ("dmitriy shcherbakov", 3),
            ("scherbakov", 3),
            ("giorgos", 4),
            ("παπαδοπουλος", 4),
            ("ΓΙΏΡΓΟΣ", 4),
            ("なかむら", 5),
            ("ナカムラ", 5),
            ("ﾅｶﾑﾗ", 5),
            ("민수", 6),
            ("علي", 7),
            ("obrien", 8),
            ("o'brien", 8),
            ("brien", 8),
            ("siobhan", 8),
            ("ayse yilmaz", 9),
            ("ciric", 10),
            ("Müller", 11),
        ] {
            assert_eq!(found(store, text), [who], "{text}");
        }
    });
}

#[test]
fn notes_in_five_languages_are_found_by_the_inside_of_their_words() {
    let folder = Folder::new();
    let store = folder.open();
    for (number, notes) in (1..).zip([
        "Wants to see the offline demo",
        "Cherche une développeuse à Montréal",
        "Quiere visitar la fábrica mañana",
        "Sucht eine Geschäftsführung für Größeres",
        "Procura uma solução de programação",
        "東京で会いました",
    ]) {
        save(&store, &with_notes(number, "x", notes));
    }
    both_ways(&store, |store| {
        for (text, who) in [
            ("offline", 1),
            ("fline demo", 1),
            ("developpeuse", 2),
            ("veloppeu", 2),
            ("fabrica manana", 3),
            ("geschaeftsfuehrung", 4),
            ("fuhrung grosseres", 4),
            ("solucao", 5),
            ("gramacao", 5),
            ("京で", 6),
            ("会", 6),
            ("x offline", 1),
        ] {
            assert_eq!(found(store, text), [who], "{text}");
        }
    });
}

#[test]
fn names_that_start_so_come_first_and_then_the_most_recent() {
    let folder = Folder::new();
    let store = folder.open();
    for (number, name, org) in
        [(1, "Ann Lee", ""), (2, "Joanna Hill", ""), (3, "Bob", "Annex"), (4, "Lee Annable", ""), (5, "Susanne", "")]
    {
        save(&store, &with_org(number, name, org));
    }
    save(&store, &with_notes(6, "Zed", "knows Ann"));
    both_ways(&store, |store| {
        assert_eq!(found(store, "ann"), [1, 4, 5, 3, 2, 6]);
        assert_eq!(found(store, "ann le"), [1, 4]);
        assert_eq!(found(store, "lee an"), [4, 1]);
        let few = store.read(|reader| reader.search(&typed("ann"), 3, NOW)).unwrap();
        assert_eq!((few.contacts.len(), few.is_forgiven, few.has_more), (3, false, true));
        assert_eq!(few.contacts, [1, 4, 5].map(contact_id));
        assert_eq!(store.read(|reader| reader.search(&typed("ann"), 0, NOW)).unwrap().contacts, []);
        assert!(!find(store, "ann").has_more);
    });
}

#[test]
fn who_was_met_more_often_comes_first_among_those_met_lately() {
    let folder = Folder::new();
    let store = folder.open();
    let day = 24 * 3_600_000;
    for (number, days) in [(1, 3), (2, 5), (3, 60), (4, 900)] {
        let mut met = named(number, &format!("Kim {number}"));
        met.contact.met_at = later(-days * day);
        met.encounter.met_at = met.contact.met_at;
        save(&store, &met);
    }
    // Number 2 was met three times, number 4 too, but long ago.
    let raw = folder.raw();
    for (number, days) in [(2, 9), (2, 20), (4, 950), (4, 960)] {
        raw.execute(
            "INSERT INTO encounter (id, contact_id, met_at_ms, mode, hlc, notes, raw_line)
             SELECT randomblob(16), id, ?2, 'typed', 0, '', '' FROM contact WHERE id = ?1",
            (contact_id(number).uuid().as_bytes(), later(-days * day).ms()),
        )
        .unwrap();
    }
    raw.execute("DELETE FROM settings WHERE key = 'store.derived'", []).unwrap();
    drop(store);
    let store = folder.open();
    both_ways(&store, |store| assert_eq!(found(store, "kim"), [2, 1, 3, 4]));
}

#[test]
fn one_typing_error_is_forgiven_where_the_exact_reading_finds_too_little() {
    let folder = Folder::new();
    let store = folder.open();
    for (number, name) in
        (1..).zip(["Kowalski", "Priya Rao", "Schmitt", "Иванова", "Anna", "Anne", "Annette", "Müller"])
    {
        save(&store, &with_org(number, name, "Northwind Traders"));
    }
    both_ways(&store, |store| {
        for (text, who) in [
            ("kowlaski", vec![1]),
            ("koalski", vec![1]),
            ("kowalsky", vec![1]),
            ("kowalskii", vec![1]),
            ("pryia", vec![2]),
            ("schmidt", vec![3]),
            ("ивонова", vec![4]),
            ("ivonova", vec![4]),
            ("muler northwnd", vec![8]),
            ("priya raoo", vec![]),
            ("amna", vec![]),
            ("kovalsky", vec![]),
        ] {
            let found = find(store, text);
            let numbers: Vec<u128> = found.contacts.iter().map(|id| id.uuid().as_u128() >> 32).collect();
            assert_eq!((found.is_forgiven, &numbers), (!who.is_empty(), &who), "{text}");
        }
        // What was meant is given out, to be marked.
        let words = find(store, "pryia").words;
        assert!(
            words.iter().any(|word| word.needles.iter().any(|needle| "priya".starts_with(needle.as_str()))),
            "{words:?}"
        );
        // Exact hits enough: nothing is forgiven.
        assert!(!find(store, "northwind").is_forgiven);
        assert_eq!(found(store, "annet"), [7], "although Anne is a letter away");
    });
}

#[test]
fn filters_narrow_the_search() {
    let folder = Folder::new();
    let store = folder.open();
    store
        .write(NOW, |writer| {
            let rust = writer.event_named("RustConf 2026", NOW, EventId::from_uuid(Uuid::from_u128(70)))?;
            let web = writer.event_named("Café Web Lyon", NOW, EventId::from_uuid(Uuid::from_u128(71)))?;
            writer.insert(&priya(1, Some(rust)))?;
            let mut tom = with_notes(2, "Tom", "rust slides");
            tom.encounter.event = Some(web);
            tom.contact.met_at = Timestamp::from_ms(NOW.ms() - 40 * 24 * 3_600_000);
            tom.encounter.met_at = tom.contact.met_at;
            let promise = Promise {
                id: PromiseId::from_uuid(Uuid::from_u128(99)),
                encounter: tom.encounter.id,
                by: PromiseBy::Them,
                what: "the paper".into(),
                kept: false,
            };
            tom.promises = vec![promise];
            writer.insert(&tom)?;
            writer.insert(&someone(3, "Nobody Special"))
        })
        .unwrap();
    both_ways(&store, |store| {
        for (text, who) in [
            ("event:rust", vec![1]),
            ("event:\"rust conf\"", vec![]),
            ("event:rustconf event:2026", vec![1]),
            ("événement:café", vec![2]),
            ("promise:slides", vec![1]),
            ("promesse:pap", vec![2]),
            ("promise:intro promise:slides", vec![1]),
            ("slides", vec![1, 2]),
            ("met:2026-11", vec![3, 1]),
            ("met:2026-11-24", vec![3, 1]),
            ("met:2026-10", vec![2]),
            ("met:2026", vec![3, 1, 2]),
            ("met:2025", vec![]),
            ("channel:whatsapp", vec![1]),
            ("canal:email", vec![1]),
            ("channel:phone", vec![]),
            ("tom event:web", vec![2]),
            ("tom event:rust", vec![]),
            ("met:2026 event:web promise:paper", vec![2]),
            ("event:", vec![]),
        ] {
            assert_eq!(found(store, text), who, "{text}");
        }
    });
}

#[test]
fn what_is_written_is_found_by_the_next_search_whoever_wrote_it() {
    let folder = Folder::new();
    let (app, extension) = (folder.open(), folder.open());
    save(&app, &named(1, "Anna One"));
    app.load_search().unwrap();
    for number in 2..30 {
        // In turn by this process and by another one.
        let writer = if number % 2 == 0 { &app } else { &extension };
        save(writer, &with_notes(number, &format!("Anna No{number}"), &format!("topic{number}x")));
        assert_eq!(found(&app, &format!("no{number}")), [number]);
        assert_eq!(found(&app, &format!("topic{number}x")), [number]);
    }
    extension.write(NOW, |writer| writer.erase_contact(contact_id(7), NOW)).unwrap();
    assert_eq!(found(&app, "no7"), [0_u128; 0]);
    assert_eq!(found(&app, "topic7x"), [0_u128; 0]);
    assert_eq!(found(&app, "anna").len(), 28);
    // What changes beside the texts is heard of too.
    let mut wish = priya(50, None);
    wish.preferences.clear();
    wish.addresses.clear();
    save(&extension, &wish);
    assert_eq!(found(&app, "channel:telegram"), [0_u128; 0]);
    let mut preference = priya(50, None).preferences.remove(0);
    preference.channel = ChannelKind::Telegram;
    extension.write(NOW, |writer| writer.put_preference(&preference)).unwrap();
    assert_eq!(found(&app, "channel:telegram"), [50]);
}

/// One of five thousand, made of few syllables so that many are alike.
struct OneOfMany {
    number: usize,
    days_ago: usize,
}

impl OneOfMany {
    fn syllable(seed: usize) -> &'static str {
        let syllables = ["ka", "ri", "mo", "ten", "lu", "sha", "bel", "dor", "an", "is"];
        syllables.iter().cycle().nth(seed % syllables.len()).unwrap()
    }

    fn name(&self) -> String {
        let [one, two, three, four] = [1, 10, 100, 7].map(|part| Self::syllable(self.number / part));
        format!("{one}{two} {three}{four}")
    }

    fn org(&self) -> String {
        if self.number.is_multiple_of(4) { format!("x{} quay", Self::syllable(self.number / 5)) } else { String::new() }
    }

    fn notes(&self) -> String {
        let is_noted = self.number.is_multiple_of(9);
        if is_noted { format!("note {} quip", Self::syllable(self.number / 3)) } else { String::new() }
    }

    fn times(&self) -> usize {
        if self.number.is_multiple_of(13) { 2 } else { 1 }
    }

    fn met_at(&self) -> Timestamp {
        later(-i64::try_from(self.days_ago).unwrap() * 24 * 3_600_000)
    }

    fn met(&self) -> NewEncounter {
        let mut met = with_notes(self.number as u128, &self.name(), &self.notes());
        met.contact.org = Some(self.org()).filter(|org| !org.is_empty());
        met.contact.met_at = self.met_at();
        met.encounter.met_at = self.met_at();
        met
    }

    fn is_found_by(&self, words: &[&str]) -> bool {
        let is_noted = |word: &str| {
            self.notes().split(' ').any(|it| it.starts_with(word) || (word.len() > 2 && it.contains(word)))
        };
        words.iter().all(|word| self.is_short(word) || is_noted(word))
    }

    fn is_short(&self, word: &str) -> bool {
        self.name().contains(word) || self.org().contains(word)
    }

    /// As it is promised, the greater the better.
    fn rank(&self, words: &[&str]) -> impl Ord + use<> {
        let begins = |word: &&&str| self.name().split(' ').any(|it| it.starts_with(**word));
        let recency = match self.days_ago {
            ..30 => 2,
            30..365 => 1,
            _ => 0,
        };
        let all_short = words.iter().all(|word| self.is_short(word));
        let leads = words.first().is_some_and(|word| self.name().starts_with(*word));
        (words.iter().filter(begins).count(), leads, all_short, recency, self.times(), self.met_at(), self.number)
    }
}

#[test]
fn several_thousand_people_are_found_as_one_would_look_for_them() {
    // Kept in the order in which they were met, and in another one.
    for days_ago in [|number: usize| (5_000 - number) / 5, |number: usize| number * 37 % 1_000] {
        let people: Vec<OneOfMany> =
            (1..=5_000).map(|number| OneOfMany { number, days_ago: days_ago(number) }).collect();
        let folder = Folder::new();
        let store = folder.open();
        store.write(NOW, |writer| people.iter().try_for_each(|person| writer.insert(&person.met()))).unwrap();
        for person in people.iter().filter(|person| person.times() == 2) {
            let sql = "INSERT INTO encounter (id, contact_id, met_at_ms, mode, hlc, notes, raw_line)
                       VALUES (randomblob(16), ?1, ?2, 'typed', 0, '', '')";
            let id = contact_id(person.number as u128);
            folder.raw().execute(sql, (id.uuid().as_bytes(), person.met_at().ms() - 1)).unwrap();
        }
        folder.raw().execute("DELETE FROM settings WHERE key = 'store.derived'", []).unwrap();
        drop(store);
        let store = folder.open();
        both_ways(&store, |store| {
            for text in [
                "k",
                "x",
                "q",
                "1",
                "ka",
                "xk",
                "qu",
                "kari",
                "xka",
                "shabel",
                "quay",
                "quip",
                "an is",
                "ten mo",
                "note sha",
                "quip ten",
                "quip quay",
                "quay quip ka",
                "te qui",
                "lulu dor",
                "zzz",
                "te nk",
                "ri ka mo",
            ] {
                let words: Vec<&str> = text.split(' ').collect();
                let mut expected: Vec<&OneOfMany> = people.iter().filter(|it| it.is_found_by(&words)).collect();
                expected.sort_by_key(|person| std::cmp::Reverse(person.rank(&words)));
                expected.truncate(50);
                let expected: Vec<u128> = expected.into_iter().map(|person| person.number as u128).collect();
                assert_eq!(found(store, text), expected, "{text}");
            }
        });
    }
}

#[test]
fn a_search_is_broken_off_from_another_thread() {
    let folder = Folder::new();
    let store = folder.open();
    store
        .write(NOW, |writer| {
            (1..=2_000).try_for_each(|number| writer.insert(&with_notes(number, "Anna", "some words")))
        })
        .unwrap();
    let interrupt = Interrupt::default();
    interrupt.interrupt();
    let search = |store: &Store| store.read_until(&interrupt, |reader| reader.search(&typed("anna"), 50, NOW));
    both_ways(&store, |store| assert_eq!(search(store), Err(StoreError::Interrupted)));
    // One that runs: a reading that would never end by itself.
    let interrupt = Interrupt::default();
    thread::scope(|scope| {
        let reading = scope.spawn(|| {
            store.read_until(&interrupt, |reader| {
                loop {
                    reader.search(&typed("words nobody says"), 50, NOW)?;
                }
                #[allow(unreachable_code, reason = "gives the loop its type")]
                Ok(())
            })
        });
        thread::sleep(std::time::Duration::from_millis(30));
        interrupt.interrupt();
        assert_eq!(reading.join().unwrap(), Err(StoreError::Interrupted));
    });
    // The connection serves the next one.
    assert_eq!(found(&store, "anna").len(), 50);
}

#[test]
fn another_spelling_of_an_older_program_is_made_anew() {
    let folder = Folder::new();
    let store = folder.open();
    save(&store, &with_notes(1, "Anna", "kayaking"));
    drop(store);
    folder.raw().execute_batch("UPDATE settings SET value = '0' WHERE key = 'store.derived'; UPDATE finding SET short = 'old', name_order = NULL;").unwrap();
    let store = folder.open();
    both_ways(&store, |store| {
        assert_eq!(found(store, "anna"), [1]);
        assert_eq!(found(store, "kayak"), [1]);
        assert_eq!(found(store, "old"), [0_u128; 0]);
    });
}

/// Every encounter counts, not only the one that came with the person.
#[test]
fn a_later_meeting_is_searched_too() {
    let folder = Folder::new();
    let store = folder.open();
    let met = with_notes(1, "Anna", "first talk");
    save(&store, &met);
    let again = Encounter { notes: "second topic".into(), ..met.encounter.clone() };
    folder
        .raw()
        .execute(
            "INSERT INTO encounter (id, contact_id, met_at_ms, mode, hlc, notes, raw_line) VALUES (randomblob(16), ?1, ?2, 'typed', 0, ?3, '')",
            (again.contact.uuid().as_bytes(), NOW.ms() + 9, &again.notes),
        )
        .unwrap();
    // Any change of hers derives her anew.
    let mut preference = priya(1, None).preferences.remove(0);
    preference.contact = met.contact.id;
    store.write(NOW, |writer| writer.put_preference(&preference)).unwrap();
    both_ways(&store, |store| {
        assert_eq!(found(store, "first"), [1]);
        assert_eq!(found(store, "second"), [1]);
    });
}

/// Every word in the index of words, as SQLite itself lists them.
fn indexed_words(folder: &Folder) -> Vec<String> {
    let raw = folder.raw();
    raw.execute_batch("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab('main', 'finding_words', 'row')").unwrap();
    let mut statement = raw.prepare("SELECT term FROM temp.vocabulary").unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

#[test]
fn no_word_of_an_erased_person_stays_in_the_index_or_in_any_file() {
    let folder = Folder::new();
    let store = folder.open();
    // Enough for the index to be merged several times, with neighbours that share beginnings with what is erased.
    for number in 1..=300_u128 {
        let mut met = with_notes(number, "Ann", &format!("kayakist{number} quixotry topic{}", number % 7));
        if number % 10 == 0 {
            met.encounter.notes = format!("zephyrine{number} kayaqueen{number} quixwort{number}");
            met.promises = vec![Promise {
                id: PromiseId::from_uuid(Uuid::from_u128(number << 64)),
                encounter: met.encounter.id,
                by: PromiseBy::Me,
                what: format!("marzipan{number}"),
                kept: false,
            }];
        }
        save(&store, &met);
    }
    store.load_search().unwrap();
    assert_eq!(found(&store, "zephyr").len(), 30);
    assert!(indexed_words(&folder).iter().any(|word| word.contains("phyrine")));
    for number in (10..=300).step_by(10) {
        store.write(NOW, |writer| writer.erase_contact(contact_id(number), NOW)).unwrap();
    }
    for text in ["zephyrine", "phyrine", "kayaqueen", "marzipan", "quixwort"] {
        assert_eq!(found(&store, text), [0_u128; 0], "{text}");
    }
    assert_eq!(found(&store, "quixotry").len(), 50);
    let words = indexed_words(&folder);
    assert!(!words.is_empty());
    let traces = ["zephyr", "phyrine", "yaqueen", "queen", "marzi", "zipan", "wort"];
    for trace in traces {
        let left: Vec<&String> = words.iter().filter(|word| word.contains(trace)).collect();
        assert!(left.is_empty(), "{trace}: {left:?}");
        for name in folder.names() {
            let bytes = std::fs::read(folder.0.path().join(&name)).unwrap();
            let is_left = bytes.windows(trace.len()).any(|window| window == trace.as_bytes());
            assert!(!is_left, "{trace} in {name}");
        }
    }
    let raw = folder.raw();
    raw.execute_batch("INSERT INTO finding_words (finding_words) VALUES ('integrity-check')").unwrap();
    let whole: String = raw.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(whole, "ok");
}

#[test]
fn another_database_in_the_place_of_this_one_is_searched_at_once() {
    let folder = Folder::new();
    let (store, other) = (folder.open(), folder.open());
    save(&store, &with_notes(1, "Anna", "kayaking"));
    let backup = folder.0.path().join("backup");
    store.backup(&backup, None, [7; justmet_store::SALT_BYTES]).unwrap();
    for number in 2..9 {
        save(&store, &named(number, "Zoe"));
    }
    store.load_search().unwrap();
    other.load_search().unwrap();
    assert_eq!(found(&other, "zoe").len(), 7);
    store.restore(&backup, None, NOW, &mut Ids(0xB000_0000), |_| Ok(())).unwrap();
    for store in [&store, &other] {
        assert_eq!(found(store, "zoe"), [0_u128; 0]);
        assert_eq!(found(store, "kayak anna"), [1]);
    }
    save(&store, &named(20, "Zoe"));
    both_ways(&other, |store| assert_eq!(found(store, "zoe"), [20]));
}
