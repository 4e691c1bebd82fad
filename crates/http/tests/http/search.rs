//! Places by name.

use crate::server::{get, settled};

#[tokio::test]
async fn a_name_is_found_in_any_spelling() {
    for spelling in ["temirtau", "Temirtaw", "%D0%A2%D0%B5%D0%BC%D1%96%D1%80%D1%82%D0%B0%D1%83"] {
        let found = get(&format!("/api/search?q={spelling}")).await.json();
        let ids: Vec<_> =
            found["results"].as_array().unwrap().iter().map(|hit| hit["id"].as_str().unwrap()).collect();
        assert_eq!(ids[..2], ["temirtau", "kz-temirtau-air"], "{spelling}");
    }
    insta::assert_json_snapshot!(settled(&get("/api/search?q=zhezk&lang=ru&date=2024-06-30").await.json()));
}

#[tokio::test]
async fn nothing_found_is_an_empty_list() {
    let found = get("/api/search?q=zzzzzz").await;
    assert_eq!((found.status.as_u16(), found.json()["results"].as_array().unwrap().len()), (200, 0));
}

#[tokio::test]
async fn a_text_is_needed_and_may_not_be_a_book() {
    assert_eq!(get("/api/search").await.problem()["parameter"], "q");
    let book = format!("/api/search?q={}", "a".repeat(101));
    assert_eq!(get(&book).await.problem()["type"], "/problems/too-long");
}
