fn main() {
    let url = std::env::args().nth(1).expect("the address of a server");
    match reqwest::blocking::get(url).and_then(|response| response.text()) {
        Ok(text) => println!("{text}"),
        Err(error) => {
            eprintln!("{error:?}");
            std::process::exit(1);
        }
    }
}
