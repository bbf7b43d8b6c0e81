//! Real processes on real files: killed at any moment, and several at once.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failed expectation is the message; the lint only knows functions marked as tests"
)]

mod common;

use std::env;
use std::io::{Read, Write};
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use common::*;
use justmet_store::Store;

const FIRST: &str = "JUSTMET_TEST_FIRST";
const COUNT: &str = "JUSTMET_TEST_COUNT";

/// How often a process is killed.
const KILLS: u128 = 300;
/// How many kills a file lives through before the next one begins: a long file takes long to check.
const KILLS_A_FILE: u128 = 25;

/// This program again, saving people one after the other and saying each number once that person is saved.
fn saver(folder: &Folder, first: u128, count: u128) -> Child {
    this_again("saves_one_after_the_other", &folder.file())
        .env(FIRST, first.to_string())
        .env(COUNT, count.to_string())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

#[test]
#[ignore = "run by the tests below in processes of their own"]
fn saves_one_after_the_other() {
    let number = |name: &str| env::var(name).unwrap().parse::<u128>().unwrap();
    let store = open_under(&given_file(), NOW, number(FIRST), cfg!(feature = "encryption").then(key)).unwrap();
    let mut out = std::io::stdout().lock();
    for number in number(FIRST)..number(FIRST) + number(COUNT) {
        save(&store, &priya(number, None));
        if number % 7 == 0 {
            store.write(NOW, |writer| writer.erase_contact(contact_id(number), NOW)).unwrap();
            continue;
        }
        // Not `println!`: only what reaches the pipe was said.
        out.write_all(format!("saved {number}\n").as_bytes()).unwrap();
        out.flush().unwrap();
    }
}

/// The numbers of which it was said that they are saved; a line that was cut off does not count.
fn said(child: &mut Child) -> Vec<u128> {
    let mut text = String::new();
    child.stdout.take().unwrap().read_to_string(&mut text).unwrap();
    let whole = text.rfind('\n').map_or("", |end| &text[..end]);
    whole.lines().filter_map(|line| line.split("saved ").nth(1)?.parse().ok()).collect()
}

fn assert_saved(store: &Store, numbers: &[u128]) {
    for number in numbers {
        let profile = store.read(|reader| reader.profile(contact_id(*number))).unwrap();
        let profile = profile.unwrap_or_else(|| panic!("number {number} is lost"));
        let met = priya(*number, None);
        assert_eq!(
            (profile.outline.addresses, profile.outline.promises),
            (met.addresses, met.promises),
            "number {number} is half there"
        );
    }
}

#[test]
fn a_process_that_is_killed_loses_nobody_of_whom_it_said_that_they_are_saved() {
    let mut random = fastrand::Rng::with_seed(0x4B11);
    // Some come while it starts, some later, however slow this machine is at this moment.
    let begun = Instant::now();
    assert!(saver(&Folder::new(), 1, 1).wait().unwrap().success());
    let longest = u64::try_from(begun.elapsed().as_micros()).unwrap().saturating_mul(2).max(25_000);
    let (mut kills, mut saved) = (0, 0);
    while kills < KILLS {
        let folder = Folder::new();
        let mut all = Vec::new();
        for round in 0..KILLS_A_FILE {
            let mut child = saver(&folder, 1 + round * 100_000, 100_000);
            sleep(Duration::from_micros(random.u64(500..longest)));
            child.kill().unwrap();
            child.wait().unwrap();
            kills += 1;
            all.extend(said(&mut child));
            let store = folder.open();
            assert_saved(&store, &all);
            // Nothing is half there either.
            assert!(store.check().unwrap().is_whole(), "after {kills} kills");
            if round % 2 == 0 {
                // Now and then the next one finds the log as the killed one left it.
                std::mem::forget(store);
            }
        }
        saved += all.len();
    }
    assert!(saved > 100, "only {saved} were saved before the kills: they come too early");
    println!("{kills} kills, {saved} people saved before them");
}

#[test]
fn an_app_and_its_extension_write_the_same_file_and_none_fails() {
    let folder = Folder::new();
    let begun = Instant::now();
    let mut children: Vec<Child> = (0..4).map(|number| saver(&folder, number * 1_000, 60)).collect();
    let mut all = Vec::new();
    for child in &mut children {
        all.extend(said(child));
        let ended = child.wait().unwrap();
        let mut complaint = String::new();
        child.stderr.take().unwrap().read_to_string(&mut complaint).unwrap();
        assert!(ended.success(), "{complaint}");
    }
    assert!(begun.elapsed() < Duration::from_secs(60), "none waits for ever");
    let store = folder.open();
    assert_saved(&store, &all);
    let erased =
        (0..4_u128).flat_map(|child| child * 1_000..child * 1_000 + 60).filter(|number| number % 7 == 0).count();
    assert_eq!(all.len() + erased, 240);
    assert_eq!(store.read(|reader| reader.contact_count()), Ok(all.len() as u64));
    let checkup = store.check().unwrap();
    assert!(checkup.is_whole(), "{:?}", checkup.faults);
    let stamps: i64 = folder
        .raw()
        .query_row("SELECT count(DISTINCT hlc) FROM encounter WHERE deleted_ms IS NULL", [], |row| row.get(0))
        .unwrap();
    assert_eq!(stamps.unsigned_abs(), all.len() as u64, "no two writes have the same reading of the clock");
}

#[test]
fn one_that_is_killed_while_others_write_holds_nobody_up() {
    let folder = Folder::new();
    let mut killed = saver(&folder, 50_000, 100_000);
    let mut others: Vec<Child> = (0..2).map(|number| saver(&folder, 1 + number * 1_000, 80)).collect();
    sleep(Duration::from_millis(30));
    killed.kill().unwrap();
    killed.wait().unwrap();
    let mut all = said(&mut killed);
    for child in &mut others {
        all.extend(said(child));
        assert!(child.wait().unwrap().success());
    }
    let store = folder.open();
    assert_saved(&store, &all);
    assert!(store.check().unwrap().is_whole());
}
