//! placeholder
pub enum NumberProblem {
    Empty,
    NotDigits,
    TooLarge,
}
pub fn parse_whole(text: &str) -> Result<u64, NumberProblem> {
    let text = text.trim();
    if text.is_empty() {
        return Err(NumberProblem::Empty);
    }
    text.parse().map_err(|_| NumberProblem::NotDigits)
}
