extern "C" {
    fn answer(seed: i32) -> i32;
}

fn main() {
    println!("C says {}", unsafe { answer(21) });
    println!("target {:?}", [cfg!(from_env), cfg!(from_build), cfg!(from_target)]);
    println!("macro {:?}", macros::flags_of_the_macro!());
}

#[cfg(test)]
mod tests {
    #[test]
    fn is_asked_here() {
        assert_eq!(unsafe { super::answer(-21) }, 42);
        println!("tools of: {}", std::env::var("OF_THIS_MACHINE").unwrap());
    }
}
