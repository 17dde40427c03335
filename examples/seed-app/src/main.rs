//! Prints three lines that are only right if ring's assembly, SQLite's C and the Rust around them
//! were all compiled for the same machine.

use std::error::Error;
use std::process::ExitCode;

use ring::digest::{digest, SHA256};
use rusqlite::Connection;

/// The triple this program was built for; build.rs passes it on.
const TARGET: &str = env!("SEED_TARGET");

fn main() -> ExitCode {
    match sqlite_version() {
        Ok(version) => {
            println!("sha256 {}", sha256_hex("rust-cross"));
            println!("sqlite {version}");
            println!("target {TARGET}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("seed-app: sqlite: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The SHA-256 of the text, in lower-case hexadecimal digits.
fn sha256_hex(text: &str) -> String {
    digest(&SHA256, text.as_bytes())
        .as_ref()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// SQLite's version, asked of a database that has just stored some rows and added them up.
fn sqlite_version() -> Result<String, Box<dyn Error>> {
    let db = Connection::open_in_memory()?;
    let sum = store_and_sum(&db, &[1, 20, 300])?;
    if sum != 321 {
        return Err(format!("the rows add up to 321, not {sum}").into());
    }
    Ok(db.query_row("select sqlite_version()", [], |row| row.get(0))?)
}

/// Writes the values into a new table, one row each, and has SQLite add them up.
fn store_and_sum(db: &Connection, values: &[i64]) -> rusqlite::Result<i64> {
    db.execute_batch("create table seed (value integer not null)")?;
    let mut insert = db.prepare("insert into seed (value) values (?1)")?;
    for value in values {
        insert.execute([value])?;
    }
    db.query_row("select sum(value) from seed", [], |row| row.get(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sha256_of_a_known_text() {
        assert_eq!(
            sha256_hex("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }

    #[test]
    fn sqlite_adds_up_64_bit_values_on_every_machine() {
        let db = Connection::open_in_memory().unwrap();
        let sum = store_and_sum(&db, &[i64::from(u32::MAX), 2, -1]).unwrap();
        assert_eq!(sum, 4_294_967_296);
    }

    #[test]
    fn a_table_that_is_there_already_is_an_error() {
        let db = Connection::open_in_memory().unwrap();
        store_and_sum(&db, &[1]).unwrap();
        assert!(store_and_sum(&db, &[1]).is_err());
    }

    #[test]
    fn sqlite_answers_with_its_version() {
        assert!(sqlite_version().unwrap().starts_with("3."));
    }
}
