use super::*;

fn language<'a>(tag: &'a str, path: &'a str, source: &'a str) -> Language<'a> {
    Language { tag, path, source }
}

/// Errors of an English and a Korean file.
fn problems(english: &str, korean: &str) -> Vec<String> {
    let languages = [language("en", "en.ftl", english), language("ko", "ko.ftl", korean)];
    let problems = generate(&languages).err().unwrap_or_default();
    problems.iter().map(ToString::to_string).collect()
}

fn rust(english: &str, korean: &str) -> String {
    generate(&[language("en", "en.ftl", english), language("ko", "ko.ftl", korean)]).unwrap()
}

const COUNTED: &str = "# $count (usize): how many
files = { $count ->
    [one] 1 file
   *[other] { $count } files
}
";

#[test]
fn a_missing_key_and_an_extra_one_are_named_with_their_lines() {
    assert_eq!(
        problems("a = A\nlists-b = B\n", "a = 가\n"),
        ["ko.ftl:1: lists-b: missing; en.ftl:2 has lists-b = B"]
    );
    assert_eq!(problems("a = A\n", "a = 가\n\n# new\nb = 나\n"), ["ko.ftl:4: b: en.ftl has no such key"]);
    assert_eq!(problems("a = A\na = B\n", "a = 가\n"), ["en.ftl:2: a: this key is there twice"]);
}

#[test]
fn a_missing_placeholder_and_an_extra_one_are_named() {
    let english = "# $name (&str)\na = Hello { $name }\n";
    assert_eq!(problems(english, "a = 안녕 { $name }\n"), [""; 0]);
    assert_eq!(problems(english, "a = 안녕\n"), ["ko.ftl:1: a: the placeholder { $name } is missing"]);
    assert_eq!(
        problems(english, "a = { $name } { $nmae }\n"),
        ["ko.ftl:1: a: there is no placeholder { $nmae } in en.ftl"]
    );
    // In one form only, and as what a form is chosen by, it is used too.
    assert_eq!(problems(COUNTED, "files = 파일 { $count }개\n"), [""; 0]);
    assert_eq!(
        problems(COUNTED, "files = 파일\n"),
        ["ko.ftl:1: files: the placeholder { $count } is missing"]
    );
}

#[test]
fn placeholders_have_types_in_the_reference() {
    assert_eq!(
        problems("a = Hello { $name }\n", "a = { $name }\n"),
        ["en.ftl:1: a: say the type of the placeholder above the text: # $name (&str)"]
    );
    assert_eq!(
        problems("# $name (&str)\na = Hello\n", "a = 안녕\n"),
        ["en.ftl:2: a: the placeholder { $name } is missing"]
    );
    for line in ["$name", "$name (Text)", "$name (&str"] {
        let found = problems(&format!("# {line}\na = Hello {{ $name }}\n"), "a = { $name }\n");
        assert!(found[0].contains("has no type in brackets"), "{found:?}");
    }
    let of_text = COUNTED.replace("usize", "&str");
    assert_eq!(
        problems(&of_text, "files = { $count }\n"),
        ["en.ftl:2: files: plural forms need a number: $count is a &str"]
    );
}

#[test]
fn plural_forms_are_those_of_the_language() {
    let one_missing = COUNTED.replace("    [one] 1 file\n", "");
    assert_eq!(
        problems(&one_missing, "files = { $count }\n"),
        ["en.ftl:2: files: the plural form [one] is missing"]
    );
    let few = COUNTED.replace("[one]", "[one] 1 file\n    [few]");
    assert_eq!(problems(&few, "files = { $count }\n"), ["en.ftl:2: files: en has no plural form [few]"]);
    let korean = "files = { $count ->\n    [one] 하나\n   *[other] { $count }\n}\n";
    assert_eq!(problems(COUNTED, korean), ["ko.ftl:1: files: ko has no plural form [one]"]);
    let other = generate(&[language("xx", "xx.ftl", COUNTED)]).unwrap_err();
    assert!(other[0].what.contains("plural forms of xx are not known"), "{other:?}");
}

#[test]
fn what_is_not_understood_is_no_text() {
    for (english, what) in [
        ("a = { -brand }\n-brand = B\n", "only { $name }"),
        ("a = { b }\nb = B\n", "only { $name }"),
        ("# $n (usize)\na = { NUMBER($n) }\n", "only { $name }"),
        ("-brand = B\n", "terms are not supported"),
        ("a = A\n    .title = B\n", "attributes are not supported"),
        ("aB = A\n", "lower case"),
        ("a--b = A\n", "lower case"),
        ("a = A\na-b = B\n", "a is a text already"),
        ("a = {\n", ""),
        ("a\n", ""),
    ] {
        let found = problems(english, english);
        assert!(!found.is_empty() && found[0].contains(what), "{english}: {found:?}");
    }
    // The line of a mistake in Fluent itself.
    assert!(problems("a = A\nb = { $\n", "a = 가\n")[0].starts_with("en.ftl:2: "));
}

#[test]
fn a_group_is_a_struct_and_a_placeholder_an_argument() {
    let rust = rust(
        "# The name of it\nname = Name\n# $min (u64)\n# $max (u64)\nlists-size_rule = { $min } to { $max } {\"{GB}\"}\n",
        "name = 이름\nlists-size_rule = { $max } 이하 { $min } 이상 \"{\"{GB}\"}\"\n",
    );
    for part in [
        "pub struct Texts {",
        "#[doc = \"`Name`\\n\\nThe name of it\"]\n    pub name: &'static str,",
        "pub lists: ListsTexts,",
        "pub size_rule: fn(min: u64, max: u64) -> String,",
        "pub static EN: Texts = Texts {",
        "name: \"Name\",",
        "size_rule: |min, max| { let min = grouped(min, ','); let max = grouped(max, ','); format!(\"{min} to {max} {{GB}}\") },",
        "pub static KO: Texts = Texts {",
        "name: \"이름\",",
        // The order of the arguments is the reference's.
        "size_rule: |min, max| { let max = grouped(max, ','); let min = grouped(min, ','); format!(\"{max} 이하 {min} 이상 \\\"{{GB}}\\\"\") },",
    ] {
        assert!(rust.contains(part), "{part} is not in {rust}");
    }
}

#[test]
fn a_plural_form_is_a_whole_text() {
    let english = "# $count (usize)
files = Delete { $count ->
    [0] nothing
    [one] 1 file
   *[other] { $count } files
}?
";
    let rust = rust(english, "files = 파일 { $count }개를 삭제할까요?\n");
    let expected = "files: |count| match count { 0 => \"Delete nothing?\".to_owned(), \
                    1 => \"Delete 1 file?\".to_owned(), _ => { let count = grouped(count, ','); \
                    format!(\"Delete {count} files?\") }, },";
    assert!(rust.contains(expected), "{rust}");
    assert!(
        rust.contains(
            "files: |count| { let count = grouped(count, ','); format!(\"파일 {count}개를 삭제할까요?\") },"
        ),
        "{rust}"
    );
}
