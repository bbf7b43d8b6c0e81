//! The file system that SQLite is given: it notes what it passes on to the real one, and fails where it is told to.
#![allow(unsafe_code, reason = "SQLite asks for a file system as a table of C functions over memory that it owns")]

use std::ffi::{CStr, c_char, c_int, c_void};
use std::path::{Path, PathBuf};
use std::ptr;
use std::sync::{Arc, Mutex, Once, OnceLock, PoisonError, Weak};

use rusqlite::ffi;

use crate::tape::{FaultKind, Op, Tape};

/// The real file system, as SQLite has it.
static REAL: OnceLock<Real> = OnceLock::new();
static TAPES: Mutex<Vec<Weak<Tape>>> = Mutex::new(Vec::new());

struct Real(*mut ffi::sqlite3_vfs);

// SAFETY: SQLite registers its file systems at start and never moves or changes them; their functions may be called from
// any thread.
unsafe impl Send for Real {}
// SAFETY: as above.
unsafe impl Sync for Real {}

/// A file of ours: what SQLite sees, then ours, then the real file, in memory that SQLite has allocated.
#[repr(C)]
struct TapeFile {
    base: ffi::sqlite3_file,
    /// A reference of our own that `close` gives back; null for a file that is not watched.
    tape: *const Tape,
    file: usize,
    /// A journal or log that may be new: SQLite's own file system syncs the folder together with it, once.
    syncs_folder: bool,
}

/// Makes the noting file system SQLite's default, once.
pub(crate) fn install() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // SAFETY: SQLite initialises itself here; the default file system is valid for ever. The copy keeps its functions
        // and its data, of which those that we do not replace look at nothing but `pAppData` and `mxPathname`. It is
        // leaked, as SQLite keeps the pointer.
        unsafe {
            ffi::sqlite3_initialize();
            let real = ffi::sqlite3_vfs_find(ptr::null());
            let ours = Box::leak(Box::new(*real));
            ours.zName = c"tape".as_ptr();
            ours.pNext = ptr::null_mut();
            ours.szOsFile = c_int::try_from(size_of::<TapeFile>()).unwrap_or(c_int::MAX) + (*real).szOsFile;
            ours.xOpen = Some(open);
            ours.xDelete = Some(delete);
            let _set_once = REAL.set(Real(real));
            ffi::sqlite3_vfs_register(ours, 1);
        }
    });
}

/// From now on what happens in the folder of the tape is noted on it.
pub(crate) fn watch(tape: &Arc<Tape>) {
    let mut tapes = TAPES.lock().unwrap_or_else(PoisonError::into_inner);
    tapes.retain(|known| known.strong_count() > 0);
    tapes.push(Arc::downgrade(tape));
}

fn tape_of(path: &Path) -> Option<Arc<Tape>> {
    let tapes = TAPES.lock().unwrap_or_else(PoisonError::into_inner);
    tapes.iter().filter_map(Weak::upgrade).find(|tape| tape.holds(path))
}

/// The one that notes what goes into files without a name.
fn last_tape() -> Option<Arc<Tape>> {
    TAPES.lock().unwrap_or_else(PoisonError::into_inner).iter().rev().find_map(Weak::upgrade)
}

/// Stands for the number of a file that has no name.
const UNNAMED: usize = usize::MAX;

fn real_vfs() -> *mut ffi::sqlite3_vfs {
    REAL.get().map_or(ptr::null_mut(), |real| real.0)
}

/// # Safety
/// `name` is null or a C string.
unsafe fn path_of(name: *const c_char) -> Option<PathBuf> {
    if name.is_null() {
        return None;
    }
    // SAFETY: the caller says so.
    let name = unsafe { CStr::from_ptr(name) };
    name.to_str().ok().map(PathBuf::from)
}

/// # Safety
/// `file` is one that [`open`] was given: the real file lies behind ours.
unsafe fn real_file(file: *mut ffi::sqlite3_file) -> *mut ffi::sqlite3_file {
    // SAFETY: `szOsFile` made room for both; the size of ours is a multiple of the alignment that either needs.
    unsafe { file.cast::<TapeFile>().add(1).cast() }
}

/// # Safety
/// As [`real_file`].
unsafe fn tape<'a>(file: *mut ffi::sqlite3_file) -> Option<(&'a Tape, usize)> {
    // SAFETY: the pointer is null or counts as a reference until `close`.
    unsafe {
        let file = &*file.cast::<TapeFile>();
        file.tape.as_ref().map(|tape| (tape, file.file))
    }
}

unsafe extern "C" fn open(
    _vfs: *mut ffi::sqlite3_vfs,
    name: ffi::sqlite3_filename,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    out_flags: *mut c_int,
) -> c_int {
    // SAFETY: SQLite gives `szOsFile` bytes at `file` and a name that lives as long as the file. The methods are set only
    // where the real file is open, as SQLite closes every file that has any.
    unsafe {
        (*file).pMethods = ptr::null();
        let real = real_vfs();
        let Some(real_open) = (*real).xOpen else { return ffi::SQLITE_CANTOPEN };
        let code = real_open(real, name, real_file(file), flags, out_flags);
        if code != ffi::SQLITE_OK {
            // A real file that failed to open may want to be closed all the same.
            if let Some(close) = (*real_file(file)).pMethods.as_ref().and_then(|methods| methods.xClose) {
                close(real_file(file));
            }
            return code;
        }
        let watched = match path_of(name) {
            Some(path) => tape_of(&path).map(|tape| (tape.file(&path), tape)),
            None => last_tape().map(|tape| (UNNAMED, tape)),
        };
        let ours = &mut *file.cast::<TapeFile>();
        (ours.file, ours.tape) = watched.map_or((0, ptr::null()), |(file, tape)| (file, Arc::into_raw(tape)));
        let journal = ffi::SQLITE_OPEN_MAIN_JOURNAL | ffi::SQLITE_OPEN_SUPER_JOURNAL | ffi::SQLITE_OPEN_WAL;
        ours.syncs_folder = flags & ffi::SQLITE_OPEN_CREATE != 0 && flags & journal != 0;
        ours.base.pMethods = &raw const METHODS;
        code
    }
}

unsafe extern "C" fn delete(_vfs: *mut ffi::sqlite3_vfs, name: *const c_char, sync_folder: c_int) -> c_int {
    // SAFETY: SQLite gives a C string.
    unsafe {
        let real = real_vfs();
        let Some(real_delete) = (*real).xDelete else { return ffi::SQLITE_IOERR_DELETE };
        let code = real_delete(real, name, sync_folder);
        if code == ffi::SQLITE_OK
            && let Some(path) = path_of(name)
            && let Some(tape) = tape_of(&path)
        {
            tape.note(Op::Delete { file: tape.file(&path), synced: sync_folder != 0 });
        }
        code
    }
}

unsafe extern "C" fn close(file: *mut ffi::sqlite3_file) -> c_int {
    // SAFETY: SQLite closes once; the reference that `open` took is given back.
    unsafe {
        let code = pass(file, |methods| methods.xClose, |close, real| close(real));
        let ours = &mut *file.cast::<TapeFile>();
        if !ours.tape.is_null() {
            drop(Arc::from_raw(ours.tape));
            ours.tape = ptr::null();
        }
        code
    }
}

unsafe extern "C" fn read(file: *mut ffi::sqlite3_file, to: *mut c_void, bytes: c_int, offset: i64) -> c_int {
    // SAFETY: passed on as it came.
    unsafe {
        if tape(file).is_some_and(|(tape, _)| tape.fails(FaultKind::Read)) {
            return ffi::SQLITE_IOERR_READ;
        }
        pass(file, |methods| methods.xRead, |read, real| read(real, to, bytes, offset))
    }
}

unsafe extern "C" fn write(file: *mut ffi::sqlite3_file, from: *const c_void, bytes: c_int, offset: i64) -> c_int {
    // SAFETY: SQLite gives `bytes` readable bytes at `from`.
    unsafe {
        if let Some((tape, _)) = tape(file)
            && tape.fails(FaultKind::Write)
        {
            return if tape.is_full() { ffi::SQLITE_FULL } else { ffi::SQLITE_IOERR_WRITE };
        }
        let code = pass(file, |methods| methods.xWrite, |write, real| write(real, from, bytes, offset));
        if code == ffi::SQLITE_OK
            && let Some((tape, file)) = tape(file)
        {
            let content = std::slice::from_raw_parts(from.cast::<u8>(), usize::try_from(bytes).unwrap_or(0));
            if file == UNNAMED {
                tape.note_unnamed(content);
                return code;
            }
            tape.note(Op::Write { file, offset: offset.unsigned_abs(), bytes: content.to_vec() });
        }
        code
    }
}

unsafe extern "C" fn truncate(file: *mut ffi::sqlite3_file, bytes: i64) -> c_int {
    // SAFETY: passed on as it came.
    unsafe {
        let code = pass(file, |methods| methods.xTruncate, |truncate, real| truncate(real, bytes));
        if code == ffi::SQLITE_OK
            && let Some((tape, file)) = tape(file)
            && file != UNNAMED
        {
            tape.note(Op::Truncate { file, bytes: bytes.unsigned_abs() });
        }
        code
    }
}

unsafe extern "C" fn sync(file: *mut ffi::sqlite3_file, flags: c_int) -> c_int {
    // SAFETY: passed on as it came.
    unsafe {
        if tape(file).is_some_and(|(tape, _)| tape.fails(FaultKind::Sync)) {
            return ffi::SQLITE_IOERR_FSYNC;
        }
        let code = pass(file, |methods| methods.xSync, |sync, real| sync(real, flags));
        if code == ffi::SQLITE_OK
            && let Some((tape, number)) = tape(file)
            && number != UNNAMED
        {
            tape.note(Op::Sync { file: number });
            if std::mem::take(&mut (*file.cast::<TapeFile>()).syncs_folder) {
                tape.note(Op::SyncFolder);
            }
        }
        code
    }
}

/// Calls the real file's method.
///
/// # Safety
/// `file` is open, and the arguments in `call` are SQLite's own.
unsafe fn pass<F, T: Default + From<u8>>(
    file: *mut ffi::sqlite3_file,
    method: impl FnOnce(&ffi::sqlite3_io_methods) -> Option<F>,
    call: impl FnOnce(F, *mut ffi::sqlite3_file) -> T,
) -> T {
    // SAFETY: the caller says so; an open file has methods.
    unsafe {
        let real = real_file(file);
        match (*real).pMethods.as_ref().and_then(method) {
            Some(method) => call(method, real),
            None => T::from(u8::try_from(ffi::SQLITE_ERROR).unwrap_or(1)),
        }
    }
}

macro_rules! passed_on {
    ($($name:ident = $method:ident($($argument:ident: $kind:ty),*);)*) => {$(
        unsafe extern "C" fn $name(file: *mut ffi::sqlite3_file, $($argument: $kind),*) -> c_int {
            // SAFETY: passed on as it came.
            unsafe { pass(file, |methods| methods.$method, |method, real| method(real, $($argument),*)) }
        }
    )*};
}

passed_on! {
    file_size = xFileSize(bytes: *mut i64);
    lock = xLock(level: c_int);
    unlock = xUnlock(level: c_int);
    check_reserved_lock = xCheckReservedLock(answer: *mut c_int);
    file_control = xFileControl(what: c_int, with: *mut c_void);
    sector_size = xSectorSize();
    device_characteristics = xDeviceCharacteristics();
    shm_map = xShmMap(page: c_int, bytes: c_int, extend: c_int, at: *mut *mut c_void);
    shm_lock = xShmLock(offset: c_int, count: c_int, flags: c_int);
    shm_unmap = xShmUnmap(and_delete: c_int);
}

unsafe extern "C" fn shm_barrier(file: *mut ffi::sqlite3_file) {
    // SAFETY: passed on as it came.
    unsafe {
        let real = real_file(file);
        if let Some(barrier) = (*real).pMethods.as_ref().and_then(|methods| methods.xShmBarrier) {
            barrier(real);
        }
    }
}

/// Version 2: without mapping the file into memory, past which nothing could be noted.
static METHODS: ffi::sqlite3_io_methods = ffi::sqlite3_io_methods {
    iVersion: 2,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(device_characteristics),
    xShmMap: Some(shm_map),
    xShmLock: Some(shm_lock),
    xShmBarrier: Some(shm_barrier),
    xShmUnmap: Some(shm_unmap),
    xFetch: None,
    xUnfetch: None,
};
